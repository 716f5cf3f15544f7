package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.examples.search.SimilarPictures;
import dev.netwright.models.resnet.ImageNetResNet18;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/features.md}: its program is the example's, which runs here. */
final class FeaturesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "features.md");
    private static final Path PROGRAM =
            Path.of("../examples/src/main/java/dev/netwright/examples/search/SimilarPictures.java");

    @Test
    void theProgramOfThePageIsTheExamples() throws IOException {
        List<String> blocks = PageCode.of(PAGE).blocks();
        assertThat(withoutSpaces(Files.readString(PROGRAM))).contains(withoutSpaces(blocks.get(1)));
    }

    @Test
    void theErrorIsTheOneThatAUserSees() throws IOException {
        String page = Files.readString(PAGE);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ImageNetResNet18.TYPE.programs().layers().stages().output("layr3"))
                .satisfies(fault -> assertThat(page).contains(String.valueOf(fault.getMessage())));
    }

    /** A picture drawn at random is of the same class once in ten times. */
    @Test
    void similarPicturesMostlyShowTheSameClass() {
        assertThat(SimilarPictures.searched(1)).isGreaterThan(0.5);
    }

    /** A formatter breaks the example's lines elsewhere than a page does. */
    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
