package dev.netwright.tests.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.browser.Browser;
import dev.netwright.tests.browser.Screenshot;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a short run on real pictures. */
final class RunReportInBrowserTest {
    private static final int WIDTH = 1180;
    private static final int HEIGHT = 3000;
    private static final Color LINK = new Color(0x2c6a94);

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void run() {
        Training training = Training.with(Optimizer.sgd(0.5))
                .epochs(2)
                .batch(64)
                .test(FashionMnist.bundledTest())
                .listener(new TrainingListener() {})
                .runFolder(folder.resolve("run"));
        BatchNormLeNet28.train(FashionMnist.bundledTrain().first(1_280), training)
                .close();
    }

    private static Path report() {
        return folder.resolve("run").resolve("report.html");
    }

    @Test
    void itHasTheNetworksCardAndThePicturesOfTheWorstMistakes() throws Exception {
        String page = Files.readString(report());
        assertThat(page).contains("2 epochs, ended").contains("The card of BatchNormLeNet28", "conv 5×5");
        assertThat(page.split("src=\"data:image/png;base64,", -1)).hasSize(25);
    }

    @Test
    @Tag("slow")
    void itIsDrawnWithoutAWordOnTheConsoleInLightAndDark() throws Exception {
        Browser browser = Browser.orSkip(folder);

        Screenshot light = browser.shot(report(), Browser.Scheme.LIGHT, WIDTH, HEIGHT);
        Screenshot dark = browser.shot(report(), Browser.Scheme.DARK, WIDTH, HEIGHT);

        assertThat(light.brightness()).isGreaterThan(0.8);
        assertThat(dark.brightness()).isLessThan(0.3);
        assertThat(light.ink()).isGreaterThan(WIDTH * HEIGHT / 50);
        assertThat(light.pixels(LINK)).as("links and the curve of the loss").isGreaterThan(500);
        assertThat(dark.pixels(LINK))
                .as("links in the dark have another colour")
                .isZero();
    }

    /** A script of the page's own kind, put behind it, clicks on the head of the second column and tells what it finds. */
    @Test
    @Tag("slow")
    void aClickOnAColumnsHeadSortsByIt() throws Exception {
        Browser browser = Browser.orSkip(folder);
        Path clicked = folder.resolve("clicked.html");
        Files.writeString(clicked, Files.readString(report()).replace("</body>", """
                        <script>
                          const table = document.querySelector("table.sortable");
                          table.tHead.rows[0].cells[2].click();
                          const found = [...table.tBodies[0].rows].map(row => parseFloat(row.cells[2].textContent) || -1);
                          const isSorted = found.every((recall, i) => i === 0 || found[i - 1] >= recall);
                          document.body.innerHTML = "";
                          document.body.style.background = isSorted ? "#00ff00" : "#ff0000";
                        </script></body>"""));

        Screenshot shot = browser.shot(clicked, Browser.Scheme.LIGHT, 400, 300);

        assertThat(new Color(shot.picture().getRGB(200, 150))).isEqualTo(new Color(0x00ff00));
    }
}
