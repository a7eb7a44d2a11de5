package org.commonweal.hub.campaigns.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the hub does not keep: told at once and kept in sight, and nothing is sent without it by itself. */
class RefusedFilesTest extends ScriptedPages {
    private static final String TOO_LARGE = "This file is too large: one may have 60 MB";
    private static final Pattern HERE = Pattern.compile("photo-\\w{8}\\.jpg, .* kB, is here");
    private static final String PHOTO = "A photo of it";

    @TempDir
    Path folder;

    @Test
    void tellsOfAFileThatIsTooLargeBeforeItIsSent() throws Exception {
        toThePhoto();
        choose("first.jpg", 2_000);
        assertThat(page.getByText(HERE)).isVisible();
        telephone.setOffline(true);
        choose("film.jpg", 70_000_000);
        assertThat(page.locator(".faulty .fault")).containsText(TOO_LARGE);
        telephone.setOffline(false);
        assertThat(page.locator(".autosave")).containsText("but not all of it");
        assertThat(page.locator(".faulty .fault")).containsText(TOO_LARGE);
        expectNothingSerious();
        press("Next");
        assertThat(page.locator("#faults")).containsText(TOO_LARGE);
        page.reload();
        assertThat(page.locator("#faults")).containsText(TOO_LARGE);
        page.getByLabel("Go on with the file that is here").check();
        assertThat(page.locator(".faulty")).hasCount(0);
        assertThat(page.getByText(HERE)).isVisible();
        press("Next");
        page.getByLabel("How many people?").waitFor();
    }

    @Test
    void showsWhatTheHubSaysOfAFile() throws Exception {
        toThePhoto();
        page.evaluate("() => document.querySelector('form.answer').dataset.fileBytes = '1e9'");
        choose("film.jpg", 60_000_001);
        assertThat(page.locator(".autosave")).containsText("but not all of it");
        assertThat(page.locator(".faulty .fault")).containsText(TOO_LARGE);
        choose("film.jpg", 60_000_002);
        assertThat(page.locator(".autosave")).containsText("but not all of it");
        assertThat(page.locator(".faulty .fault")).containsText(TOO_LARGE);
        choose("small.jpg", 3_000);
        assertThat(page.getByText(HERE)).isVisible();
        assertThat(page.locator(".faulty")).hasCount(0);
        assertThat(page.locator(".autosave")).hasText("Your draft is kept");
    }

    @Test
    void tellsOfAnEmptyFile() throws Exception {
        toThePhoto();
        choose("nothing.jpg", 0);
        assertThat(page.locator(".faulty .fault")).containsText("This file is empty");
        press("Next");
        assertThat(page.locator("#faults")).containsText("This file is empty");
        page.getByLabel("Go on without this file").check();
        assertThat(page.locator(".faulty")).hasCount(0);
    }

    /** As for one page's files together, whatever each may have; said here of less than a hundred megabytes. */
    @Test
    void tellsOfFilesThatAreTooLargeTogether() throws Exception {
        toThePhoto();
        page.evaluate("() => document.querySelector('form.answer').dataset.filesBytes = '60000'");
        choose("film.jpg", 70_000);
        assertThat(page.locator(".faulty .fault")).containsText("too large together");
        assertThat(page.locator(".autosave")).containsText("but not all of it");
        page.reload();
        assertThat(page.locator("#faults")).containsText("too large together");
    }

    /** The answer to an earlier save would draw the question anew, and the file that was chosen since would be gone. */
    @Test
    void losesNoFileThatIsChosenWhileAnotherIsOnItsWay() throws Exception {
        toThePhoto();
        List<Route> held = new CopyOnWriteArrayList<>();
        cut(held::add);
        choose("first.jpg", 2_000);
        page.waitForCondition(() -> !held.isEmpty());
        choose("second.jpg", 5_000);
        mend();
        held.forEach(Route::resume);
        assertThat(page.getByText(Pattern.compile("photo-\\w{8}\\.jpg, 5 kB, is here")))
                .isVisible();
    }

    private void choose(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        page.getByLabel(PHOTO).setInputFiles(file);
    }
}
