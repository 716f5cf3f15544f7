package dev.netwright.tests.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.runtime.network.NetworkType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cards in a headless Chromium, where there is one. */
@Tag("slow")
final class CardInBrowserTest {
    private static final int WIDTH = 1180;
    private static final int HEIGHT = 1600;
    private static final long MOST_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    static Stream<Named<NetworkType<?>>> types() {
        return Stream.of(LeNet28.TYPE, Vgg11.TYPE, ImageNetGoogLeNet.TYPE, ResNet18At96.TYPE, ImageNetDenseNet121.TYPE)
                .map(type -> Named.of(type.name(), type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isDrawnWithoutAWordOnTheConsoleInLightAndDark(NetworkType<?> type) throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
        Path page = folder.resolve("card.html");
        try (InputStream card = Objects.requireNonNull(Card.class.getResourceAsStream(Card.resource(type)))) {
            Files.copy(card, page);
        }

        BufferedImage light = shot(browser.get(), page, "light", 1);
        BufferedImage dark = shot(browser.get(), page, "dark", 0);

        assertThat(brightness(light)).isGreaterThan(0.8);
        assertThat(brightness(dark)).isLessThan(0.3);
        assertThat(inkOf(light)).isGreaterThan(WIDTH * HEIGHT / 200);
    }

    private BufferedImage shot(Path browser, Path page, String name, int scheme) throws Exception {
        Path picture = folder.resolve(name + ".png");
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(List.of(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + scheme,
                        "--window-size=" + WIDTH + "," + HEIGHT,
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
        return Objects.requireNonNull(ImageIO.read(picture.toFile()));
    }

    private static Optional<Path> browser() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Of the corner, where nothing but paper is. */
    private static double brightness(BufferedImage picture) {
        Color color = new Color(picture.getRGB(2, 2));
        return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null)[2];
    }

    private static int inkOf(BufferedImage picture) {
        int paper = picture.getRGB(2, 2);
        int ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += picture.getRGB(x, y) == paper ? 0 : 1;
            }
        }
        return ink;
    }
}
