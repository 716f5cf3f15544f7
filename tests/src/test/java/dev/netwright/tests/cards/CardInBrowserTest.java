package dev.netwright.tests.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.inception.ImageNetGoogLeNet;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.Vgg11;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.browser.Browser;
import dev.netwright.tests.browser.Screenshot;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
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

    @TempDir
    private Path folder = Path.of("");

    static Stream<Named<NetworkType<?>>> types() {
        return Stream.of(LeNet28.TYPE, Vgg11.TYPE, ImageNetGoogLeNet.TYPE, ResNet18At96.TYPE, ImageNetDenseNet121.TYPE)
                .map(type -> Named.of(type.name(), type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isDrawnWithoutAWordOnTheConsoleInLightAndDark(NetworkType<?> type) throws Exception {
        Browser browser = Browser.orSkip(folder);
        Path page = folder.resolve("card.html");
        try (InputStream card = Objects.requireNonNull(Card.class.getResourceAsStream(Card.resource(type)))) {
            Files.copy(card, page);
        }

        Screenshot light = browser.shot(page, Browser.Scheme.LIGHT, WIDTH, HEIGHT);
        Screenshot dark = browser.shot(page, Browser.Scheme.DARK, WIDTH, HEIGHT);

        assertThat(light.brightness()).isGreaterThan(0.8);
        assertThat(dark.brightness()).isLessThan(0.3);
        assertThat(light.ink()).isGreaterThan(WIDTH * HEIGHT / 200);
    }
}
