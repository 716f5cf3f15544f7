package dev.netwright.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A Chromium on this machine; tests without one are skipped. */
public final class Browser {
    private static final long MOST_SECONDS = 120;

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** What a reader's system asks for. */
    public enum Scheme {
        LIGHT(1),
        DARK(0);

        /** The value of Chromium's {@code preferredColorScheme}. */
        private final int setting;

        Scheme(int setting) {
            this.setting = setting;
        }
    }

    /**
     * The browser, or the end of the test.
     *
     * @param folder for its files
     */
    public static Browser orSkip(Path folder) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
        return new Browser(program.get(), folder);
    }

    /** A picture of a page, which says nothing on the console. */
    public Screenshot shot(Path page, Scheme scheme, int width, int height) throws Exception {
        Path picture = folder.resolve(scheme + ".png");
        Path log = folder.resolve(scheme + ".log");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + scheme.setting,
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + picture,
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(Files.readString(log)).doesNotContain("CONSOLE");
        assertThat(picture).exists();
        return new Screenshot(Objects.requireNonNull(ImageIO.read(picture.toFile())));
    }
}
