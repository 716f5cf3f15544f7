package dev.netwright.tests.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.targets.Numbers;
import dev.netwright.examples.targets.Pixels;
import dev.netwright.examples.targets.SeveralLabels;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.MaskClasses;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs of the pages are the examples, and learn. */
class TargetPagesTest {
    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path EXAMPLES = Path.of("../examples/src/main/java/dev/netwright/examples/targets");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "several-labels.md,GarmentLabelsSpec.java,SeveralLabels.java",
        "numbers.md,GarmentSizeSpec.java,Numbers.java",
        "pixels.md,../../../../../../../../model-specs/src/main/java/dev/netwright/models/unet/SmallUNetSpec.java,Pixels.java"
    })
    void thePagesProgramIsTheExample(String page, String spec, String program) throws IOException {
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../docs").resolve(page)))
                .results()
                .map(block -> withoutSpaces(block.group(1)))
                .toList();
        assertThat(blocks)
                .containsExactly(
                        withoutSpaces(withoutStageComments(Files.readString(EXAMPLES.resolve(spec)))),
                        withoutSpaces(Files.readString(EXAMPLES.resolve(program))));
    }

    @Test
    void severalLabelsAreLearnedFromAListAndPredicted() throws IOException {
        LabelledGarments.write(folder, 600);
        LabelEvaluation evaluation = SeveralLabels.learn(folder);
        assertThat(evaluation.images()).isEqualTo(120);
        // A tenth to four tenths of the garments have each label, which is what chance would give.
        assertThat(evaluation.meanAveragePrecision()).isGreaterThan(0.8);
        List<String> lines = Files.readAllLines(folder.resolve("probabilities.csv"));
        assertThat(lines).hasSize(601).startsWith("image,footwear,sleeves,legs");
        assertThat(lines.get(1)).matches("pictures/0\\.png(,[0-9.E-]+){3}");
    }

    @Test
    void numbersAreLearnedFromAListAndPredicted() throws IOException {
        LabelledGarments.write(folder, 600);
        NumberEvaluation evaluation = Numbers.learn(folder);
        assertThat(evaluation.images()).isEqualTo(120);
        // The mean of the targets has an R2 of 0.
        assertThat(evaluation.r2()).isGreaterThan(0.5);
        assertThat(Files.readAllLines(folder.resolve("predicted.csv")))
                .hasSize(601)
                .startsWith("image,area,width");
    }

    @Test
    void classesOfPixelsAreLearnedFromMasksAndPredictedAsPictures() throws IOException {
        DrawnShapes.write(folder, 300, 1);
        PixelEvaluation evaluation = Pixels.learn(folder);
        assertThat(evaluation.images()).isEqualTo(60);
        assertThat(evaluation.meanIoU()).isGreaterThan(0.9);
        BufferedImage predicted =
                ImageIO.read(folder.resolve("predicted/000.png").toFile());
        BufferedImage mask = ImageIO.read(folder.resolve("masks/000.png").toFile());
        int right = 0;
        for (int i = 0; i < DrawnShapes.SIDE * DrawnShapes.SIDE; i++) {
            int x = i % DrawnShapes.SIDE;
            int y = i / DrawnShapes.SIDE;
            right +=
                    predicted.getRaster().getSample(x, y, 0) == mask.getRaster().getSample(x, y, 0) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(DrawnShapes.SIDE * DrawnShapes.SIDE * 95 / 100);
        // What is predicted can be read as masks again.
        ImageDataset again = PictureFolder.at(folder)
                .checkedByDecoding()
                .masked("images", "predicted", MaskClasses.numbered("background", "circle", "square", "triangle"))
                .rgb()
                .resize(DrawnShapes.SIDE);
        assertThat(again.size()).isEqualTo(300);
    }

    /** A page has less to say of each stage. */
    private static String withoutStageComments(String source) {
        return source.replaceAll("(?m)^ {4,}/\\*\\*.*?\\*/\n", "");
    }

    /** A formatter breaks the example's lines elsewhere than a page does. */
    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
