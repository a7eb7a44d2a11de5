package org.commonweal.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages against each other, and against the templates and classes that say them. */
class WordsTest {
    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final List<Path> SPEAKERS = List.of(Path.of("src/main/jte"), Path.of("src/main/java"));
    private static final List<String> LANGUAGES = List.of("fr", "es", "ar");
    private static final Map<String, Set<String>> FORMS = Map.of(
            "en", Set.of("one", "other"),
            "fr", Set.of("one", "other"),
            "es", Set.of("one", "other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"));
    // Bundles of pages that only owners, reviewers and administrators see are English for now.
    private static final Pattern OWNERS = Pattern.compile(".*-(owner|reviewers)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");
    private static final Pattern PREFIX = Pattern.compile("\\bprefix = \"([a-z.]+)\"");
    private static final Pattern CALL = Pattern.compile("\\bt\\(");

    private final Map<String, Map<String, String>> bundles = read();
    private final Map<String, String> english = new HashMap<>();
    private final Map<Path, String> speakers = speakers();

    WordsTest() {
        bundles.forEach((name, words) -> {
            if (language(name).equals("en")) english.putAll(words);
        });
    }

    @Test
    void whatThePublicReadsIsThereInAllLanguages() {
        Set<String> faults = new TreeSet<>();
        bundles.forEach((name, words) -> {
            if (!language(name).equals("en") || OWNERS.matcher(name).matches()) return;
            for (String language : LANGUAGES) {
                Map<String, String> other = bundles.getOrDefault(name + "_" + language, Map.of());
                words.keySet().forEach(key -> {
                    if (!other.containsKey(key)) faults.add(name + "_" + language + " lacks " + key);
                });
                other.keySet().forEach(key -> {
                    if (!words.containsKey(key)) faults.add(name + "_" + language + " has " + key + " alone");
                });
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void theSameArgumentsStandInAllLanguages() {
        Set<String> faults = new TreeSet<>();
        bundles.forEach((name, words) -> words.forEach((key, text) -> {
            Set<Integer> here = arguments(text);
            Set<Integer> there = arguments(english.getOrDefault(key, text));
            if (!here.equals(there)) faults.add(name + " " + key + " takes " + here + ", in English " + there);
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void pluralsHaveTheFormsOfTheirLanguage() {
        Set<String> faults = new TreeSet<>();
        bundles.forEach(
                (name, words) -> words.forEach((key, text) -> plurals(text).forEach(forms -> {
                    Set<String> missing = new TreeSet<>(FORMS.get(language(name)));
                    missing.removeAll(forms);
                    if (!missing.isEmpty()) faults.add(name + " " + key + " lacks the forms " + missing);
                })));
        assertThat(faults).isEmpty();
    }

    @Test
    void noKeyStandsInTwoBundles() {
        Map<String, String> seen = new HashMap<>();
        Set<String> faults = new TreeSet<>();
        bundles.forEach((name, words) -> words.keySet().forEach(key -> {
            String other = seen.put(key + " " + language(name), name);
            if (other != null) faults.add(key + " stands in " + other + " and in " + name);
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyKeyThatIsSaidIsThereWithAsManyArguments() {
        Set<String> faults = new TreeSet<>();
        speakers.forEach((file, text) -> {
            Matcher call = CALL.matcher(text);
            while (call.find()) check(file, parts(text, call.end()), faults);
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyKeyIsSaidSomewhere() {
        Set<String> said = new HashSet<>();
        Set<String> patterns = new HashSet<>();
        speakers.forEach((file, text) -> collect(text, said, patterns));
        Pattern built = Pattern.compile(String.join("|", patterns));
        Set<String> unused = new TreeSet<>(english.keySet());
        unused.removeIf(key -> said.contains(key) || built.matcher(key).matches());
        assertThat(unused).isEmpty();
    }

    /** The first argument of {@code t(…)}: whole keys must be there, beginnings must begin some key. */
    private void check(Path file, List<String> arguments, Set<String> faults) {
        String first = arguments.getFirst();
        List<String> literals = literals(first);
        if (literals.isEmpty() || !isKey(literals.getFirst())) return;
        if (first.contains("+")) {
            String beginning = literals.getFirst();
            if (english.keySet().stream().noneMatch(key -> key.startsWith(beginning)))
                faults.add(file + ": nothing begins with " + beginning);
            return;
        }
        for (String key : literals) {
            String text = english.get(key);
            if (!isKey(key)) continue;
            if (text == null) faults.add(file + ": there is no " + key);
            else if (arguments(text).stream().anyMatch(number -> number > arguments.size() - 2))
                faults.add(file + ": " + key + " is said with " + (arguments.size() - 1) + " arguments");
        }
    }

    // Keys are said whole, or built of a beginning, a word or two and perhaps an end that stands in the same file.
    // Evidence's Reading puts «evidence.» before what it is given; pages of words name their beginning elsewhere.
    private static void collect(String text, Set<String> said, Set<String> patterns) {
        List<String> literals = literals(text);
        List<String> ends = literals.stream()
                .filter(literal -> literal.matches("[.-][a-z0-9.-]+"))
                .toList();
        String tail = ends.isEmpty() ? "" : "(" + String.join("|", ends) + ")?";
        for (String literal : literals) {
            if (literal.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*[.-]")) {
                String word = literals.contains(".") ? "[^.]+(\\.[^.]+)?" : "[^.]+";
                patterns.add("(evidence\\.)?" + literal + word + tail);
            } else if (literal.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
                said.add(literal);
                said.add("evidence." + literal);
                ends.forEach(end -> said.add(literal + end));
            }
        }
        Matcher prefix = PREFIX.matcher(text);
        while (prefix.find()) patterns.add(prefix.group(1) + "\\.(lead|\\d(\\.title)?)");
    }

    private boolean isKey(String literal) {
        int dot = literal.indexOf('.');
        return dot > 0
                && english.keySet().stream().anyMatch(key -> key.startsWith(literal.substring(0, dot + 1)))
                && literal.matches("[a-z0-9.-]+");
    }

    private static List<String> literals(String text) {
        return LITERAL.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What stands between the bracket before {@code from} and its end, parted at its own commas. */
    private static List<String> parts(String text, int from) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') at = text.indexOf('"', at + 1);
            else if (c == '(' || c == '{' || c == '[') depth++;
            else if (c == ',' && depth == 0) {
                parts.add(text.substring(begin, at));
                begin = at + 1;
            } else if ((c == ')' || c == '}' || c == ']') && --depth < 0) {
                parts.add(text.substring(begin, at));
                return parts;
            }
        }
        throw new IllegalStateException("A bracket is not closed: " + text.substring(from));
    }

    private static Set<Integer> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<Integer> numbers = new TreeSet<>();
        for (int at = 0; at < pattern.countParts(); at++) {
            MessagePattern.Part part = pattern.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) numbers.add(part.getValue());
        }
        return numbers;
    }

    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        List<Set<String>> found = new ArrayList<>();
        for (int at = 0; at < pattern.countParts(); at++) {
            MessagePattern.Part part = pattern.getPart(at);
            if (part.getType() != MessagePattern.Part.Type.ARG_START
                    || part.getArgType() != MessagePattern.ArgType.PLURAL) continue;
            Set<String> forms = new TreeSet<>();
            for (int inner = at + 1; inner < pattern.getLimitPartIndex(at); inner++) {
                if (pattern.getPartType(inner) == MessagePattern.Part.Type.ARG_SELECTOR)
                    forms.add(pattern.getSubstring(pattern.getPart(inner)));
                if (pattern.getPartType(inner) == MessagePattern.Part.Type.MSG_START)
                    inner = pattern.getLimitPartIndex(inner);
            }
            found.add(forms);
        }
        return found;
    }

    private static String language(String bundle) {
        int underscore = bundle.indexOf('_');
        return underscore < 0 ? "en" : bundle.substring(underscore + 1);
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file : files.toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                Map<String, String> texts = new TreeMap<>();
                words.forEach((key, text) -> texts.put((String) key, (String) text));
                all.put(file.getFileName().toString().replace(".properties", ""), texts);
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return all;
    }

    // Examples in Javadoc say keys that need not be there.
    private static Map<Path, String> speakers() {
        Map<Path, String> texts = new TreeMap<>();
        for (Path folder : SPEAKERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    texts.put(
                            file,
                            Files.readString(file)
                                    .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                                    .replaceAll("(?s)<%--.*?--%>", ""));
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
        return texts;
    }
}
