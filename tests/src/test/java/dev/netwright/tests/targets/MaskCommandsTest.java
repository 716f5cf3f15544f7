package dev.netwright.tests.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on pictures with masks. */
class MaskCommandsTest {
    private static final String NAMES = "background,circle,square,triangle";

    private final PrintStream usualOutput = System.out;
    private final PrintStream usualErrors = System.err;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void catchOutput() throws IOException {
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        DrawnShapes.write(folder, 20, 3);
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(usualOutput);
        System.setErr(usualErrors);
    }

    @Test
    void masksAreLearnedEvaluatedAndPredicted() throws IOException {
        train(0, "--labels", NAMES, "--class-weights", "1,2,2,3", "--report", path("run"));
        assertThat(text(output))
                .contains("16 pictures to train on and 4 to evaluate, split at random by seed 0")
                .containsPattern(
                        "epoch 1, loss [\\d.]+, test loss [\\d.]+, test mIoU [\\d.]+, test pixel acc [\\d.]+, time");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("<h2>Pixels</h2>")
                .contains("Mean IoU")
                .contains("triangle")
                .doesNotContain("Train accuracy", "Confusion");
        run(0, "evaluate", "--data", folder.toString());
        assertThat(text(output))
                .containsPattern(
                        "mean IoU [\\d.]+, mean Dice [\\d.]+, pixel accuracy [\\d.]+, loss [\\d.]+ on 20 pictures")
                .containsPattern("triangle +[\\d.]+ +[\\d.]+ +[\\d.]+ +\\d+");
        run(0, "predict", "--pictures", path("images"));
        assertThat(text(output)).containsPattern("000.png  (background|circle|square|triangle) [01]\\.\\d{3}");
        run(0, "predict", "--pictures", path("images"), "--masks", path("predicted"));
        assertThat(text(output)).contains("20 masks in");
        BufferedImage mask = ImageIO.read(folder.resolve("predicted/019.png").toFile());
        assertThat(mask.getWidth()).isEqualTo(64);
        assertThat(mask.getRaster().getNumBands()).isOne();
    }

    @Test
    void coloursOfMasksAreNamedInTheOrderOfTheClasses() throws IOException {
        int[] colours = {0x000000, 0xff0000, 0x00ff00, 0x804080};
        for (int i = 0; i < 20; i++) {
            Path file = folder.resolve("masks").resolve(String.format("%03d.png", i));
            BufferedImage numbers = ImageIO.read(file.toFile());
            BufferedImage coloured = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 64 * 64; pixel++) {
                int number = numbers.getRaster().getSample(pixel % 64, pixel / 64, 0);
                coloured.setRGB(pixel % 64, pixel / 64, pixel < 64 ? 0xffffff : colours[number]);
            }
            ImageIO.write(coloured, "png", file.toFile());
        }
        train(0, "--labels", NAMES, "--colours", "000000,#ff0000,00FF00,804080", "--ignore", "ffffff");
        run(
                0,
                "evaluate",
                "--data",
                folder.toString(),
                "--colours",
                "000000,ff0000,00ff00,804080",
                "--ignore",
                "ffffff");
        assertThat(text(output)).contains("circle");
        train(2, "--labels", NAMES, "--colours", "000000,ff0000,00ff00,804080");
        assertThat(text(errors))
                .containsPattern("\\d{3}.png: expected pixels with the colour of a class, #000000 \\(background\\)")
                .contains("found #ffffff in row 0, column 0")
                .doesNotContain("\tat ");
    }

    @Test
    void whatDoesNotFitIsASentenceWithTheFix() throws IOException {
        train(2, "--labels", "background,circle");
        assertThat(text(errors))
                .contains("one of 4 classes for each of 64x64 pixels, found data with one of 2 classes");
        train(2, "--labels", NAMES, "--ignore", "3");
        assertThat(text(errors)).contains("3 already stands for triangle");
        BufferedImage unknown = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        unknown.getRaster().setSample(5, 7, 0, 9);
        ImageIO.write(unknown, "png", folder.resolve("masks/004.png").toFile());
        train(2, "--labels", NAMES);
        assertThat(text(errors))
                .contains(
                        "004.png: expected pixels with the number of a class, from 0 to 3, or 255 for none, found 9 in row 7, column 5");
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("masks/004.png").toFile());
        train(2, "--labels", NAMES + ",star");
        assertThat(text(errors))
                .contains("one of 4 classes for each of 64x64 pixels, found data with one of 5 classes");
        train(2, "--labels", NAMES, "--colours", "000000,ff0000");
        assertThat(text(errors))
                .contains("--colours must give a colour for each of 'background', 'circle'")
                .contains("found 2");
        train(2, "--labels", NAMES, "--balance-classes");
        assertThat(text(errors)).contains("classes to balance; leave out --balance-classes");
        train(2, "--labels", NAMES, "--label-smoothing", "0.1");
        assertThat(text(errors)).contains("labelSmoothing is for networks with Loss.CROSS_ENTROPY");
        ImageIO.write(
                new BufferedImage(64, 63, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("masks/002.png").toFile());
        train(2, "--labels", NAMES);
        assertThat(text(errors)).contains("002.png: expected 64x64 pixels").contains("found 63x64");
        Files.delete(folder.resolve("masks/002.png"));
        train(2, "--labels", NAMES);
        assertThat(text(errors)).contains("002.png: expected its mask").contains("found no such file");
        assertThat(Netwright.execute(
                        "train", "--network", "SmallUNet", "--data", "bundled", "--save", path("weights.safetensors")))
                .isEqualTo(2);
        assertThat(text(errors)).contains("--data must be a folder with the folders images and masks, found 'bundled'");
    }

    private void train(int code, String... options) {
        execute(
                code,
                Stream.of(
                        "train",
                        "--network",
                        "SmallUNet",
                        "--data",
                        folder.toString(),
                        "--epochs",
                        "1",
                        "--batch",
                        "8",
                        "--save",
                        path("weights.safetensors")),
                options);
    }

    private void run(int code, String command, String... options) {
        execute(code, Stream.of(command, "--weights", path("weights.safetensors")), options);
    }

    private void execute(int code, Stream<String> usual, String... options) {
        output.reset();
        errors.reset();
        assertThat(Netwright.execute(Stream.concat(usual, Stream.of(options)).toArray(String[]::new)))
                .as(text(errors))
                .isEqualTo(code);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
