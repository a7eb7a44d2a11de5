package org.commonweal.hub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.commonweal.hub.FreshData;
import org.commonweal.hub.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The only administrator of a hub without mail signs out. */
class WayBackTest {
    @Test
    void whoOwnsTheDataLetsTheAdministratorInAgainWhileTheHubRuns() throws Exception {
        Path data = FreshData.make();
        int port = HubProcess.freePort();
        Path file = data.resolve("sign-in-link");
        try (HubProcess hub = HubProcess.up(data, port)) {
            hub.waitFor("Ready in ").waitFor("sign-in-link");
            Visitor first = new Visitor(port).signIn(path(file, port));
            assertThat(first.get("/hub").statusCode()).isEqualTo(200);
            assertThat(file).as("used").doesNotExist();
            first.post("/sign-out", Map.of());
            assertThat(first.get("/hub").statusCode()).isEqualTo(403);

            assertThat(signIn(data, 0)).contains("no name, no address", file.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String link = path(file, port);
            Visitor back = new Visitor(port).signIn(link);
            assertThat(back.get("/hub").statusCode()).isEqualTo(200);
            assertThat(back.get("/hub/audit").body()).contains("account.link-made");
            assertThat(new Visitor(port).signIn(link).get("/hub").statusCode())
                    .as("a second time")
                    .isEqualTo(403);

            back.get("/hub/invitations");
            String page = back.post("/hub/invitations", Map.of("role", "administrator"))
                    .body();
            String invitation = page.replaceFirst("(?s).*http://localhost:[0-9]+(/invitations/[A-Za-z0-9_-]+).*", "$1");
            new Visitor(port).signIn(invitation);
            String list = signIn(data, 2);
            assertThat(list).contains("several administrators").containsPattern("\n  [0-9a-v]{8}  no name");
            assertThat(file).doesNotExist();
            String second = list.strip().replaceFirst("(?s).*\n  ([0-9a-v]{8})  .*", "$1");
            signIn(data, 0, second);
            assertThat(new Visitor(port).signIn(path(file, port)).get("/hub").statusCode())
                    .isEqualTo(200);
            assertThat(signIn(data, 2, "nobodys0")).contains("No administrator has the code «nobodys0»");

            hub.process.destroy();
            hub.exitCode();
        }
    }

    @Test
    void aFolderWithoutAHubIsLeftAsItIs(@TempDir Path folder) throws Exception {
        assertThat(signIn(folder, 1)).contains("There is no hub in " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    private static String path(Path file, int port) throws Exception {
        String link = Files.readString(file).strip();
        assertThat(link).startsWith("http://localhost:" + port + "/sign-in/");
        return link.substring(("http://localhost:" + port).length());
    }

    private static String signIn(Path data, int code, String... who) throws Exception {
        String[] words = who.length == 0 ? new String[] {"sign-in"} : new String[] {"sign-in", who[0]};
        try (HubProcess process = HubProcess.run(data, words)) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
            assertThat(process.output()).doesNotContain("/sign-in/", "\tat ");
            return process.output();
        }
    }
}
