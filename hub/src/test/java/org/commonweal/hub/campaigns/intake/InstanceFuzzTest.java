package org.commonweal.hub.campaigns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader of submissions, fed with what a fuzzer makes up: it either refuses with its own exception, or reads answers
 * that the database can hold and the review can look at. A normal run takes the seeds that stand in resources; to search
 * for more: {@code JAZZER_FUZZ=1 mvn -pl hub -am test -Dtest=InstanceFuzzTest -Djazzer.hooks=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class InstanceFuzzTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 33;

    @FuzzTest
    void document(byte[] bytes) {
        String document = new String(bytes, StandardCharsets.UTF_8);
        try {
            Instance read = InstanceReader.read(document);
            assertThat(read.formId()).isNotEmpty();
            check(read.answers(), 1);
            String json = JSON.writeValueAsString(read.answers());
            // PostgreSQL's jsonb has no NUL, and text in UTF-8 no half of a pair.
            assertThat(json).doesNotContain("\\u0000");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
            assertThat(JSON.readValue(json, Map.class)).isEqualTo(read.answers());
            read.answers().keySet().forEach(name -> {
                read.find(name);
                assertThat(read.listAll(name)).doesNotContain("");
            });
            assertThat(Arrivals.point(read, "place")).hasSize(2);
            Arrivals.observed(read, java.time.Instant.EPOCH).atOffset(ZoneOffset.UTC);
        } catch (BrokenInstanceException refused) {
            assertThat(refused).message().isNotEmpty().doesNotContain("\n");
        }
    }

    private static void check(Object at, int depth) {
        assertThat(depth).isLessThanOrEqualTo(DEEPEST);
        switch (at) {
            case Map<?, ?> group -> group.values().forEach(inner -> check(inner, depth + 1));
            case List<?> repeated -> {
                assertThat(repeated).hasSizeGreaterThan(1).doesNotHaveAnyElementsOfTypes(List.class);
                repeated.forEach(one -> check(one, depth));
            }
            default -> assertThat(at).isInstanceOf(String.class);
        }
    }
}
