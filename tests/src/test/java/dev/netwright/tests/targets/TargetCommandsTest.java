package dev.netwright.tests.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several labels and numbers on the command line, from a list of pictures to a submission. */
class TargetCommandsTest {
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
        LabelledGarments.write(folder, 60);
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(usualOutput);
        System.setErr(usualErrors);
    }

    @Test
    void severalLabelsAreTrainedEvaluatedAndPredicted() throws IOException {
        run(
                0,
                "train",
                "GarmentLabels",
                "--labels",
                "footwear,sleeves,legs",
                "--positive-weights",
                "2,1,5",
                "--report",
                path("run"));
        assertThat(text(output))
                .contains("48 pictures to train on and 12 to evaluate, split at random by seed 0")
                .containsPattern("epoch 1, loss [\\d.]+, train acc [\\d.]+, test loss [\\d.]+, test mAP [\\d.]+, time");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("<h2>Labels</h2>")
                .contains("average precision")
                .doesNotContain("Confusion");
        run(0, "evaluate", "", "--data", path("labels.csv"), "--threshold", "0.4");
        assertThat(text(output))
                .containsPattern(
                        "mean average precision [\\d.]+, all labels right [\\d.]+, loss [\\d.]+ on 60 pictures")
                .containsPattern("footwear +[\\d.]+ +[\\d.]+ +[\\d.]+ +[\\d.]+ +\\d+");
        run(0, "predict", "", "--pictures", path("pictures"), "--threshold", "0.01");
        assertThat(text(output)).containsPattern("0.png  (footwear|sleeves|legs) [01]\\.\\d\\d");
        run(0, "predict", "", "--pictures", path("pictures"), "--submission", path("submission.csv"));
        assertThat(Files.readAllLines(folder.resolve("submission.csv")))
                .hasSize(61)
                .startsWith("image,footwear,sleeves,legs");
    }

    /** A picture with several labels has no class to name beside its features. */
    @Test
    void featuresOfPicturesWithSeveralLabelsHaveNoColumnOfClasses() throws IOException {
        run(0, "train", "GarmentLabels");
        run(
                0,
                "features",
                "",
                "--data",
                path("labels.csv"),
                "--labels",
                "footwear,sleeves,legs",
                "--to",
                path("features.csv"));
        assertThat(Files.readAllLines(folder.resolve("features.csv")))
                .hasSize(61)
                .allSatisfy(line -> assertThat(line).doesNotContain("label"))
                .first()
                .asString()
                .startsWith("image,f0,");
        run(2, "features", "", "--data", "bundled", "--labels", "footwear", "--to", path("features.csv"));
        assertThat(text(errors)).contains("--data must be a CSV file").doesNotContain("--network");
    }

    @Test
    void numbersAreTrainedEvaluatedAndPredicted() throws IOException {
        run(0, "train", "GarmentSize", "--best", "test_mean_absolute_error", "--report", path("run"));
        assertThat(text(output))
                .containsPattern(
                        "epoch 1, loss [\\d.]+, test loss [\\d.]+, test MAE [\\d.e-]+, test RMSE [\\d.e-]+, test R2");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("<h2>Numbers</h2>")
                .contains("root mean squared error")
                .doesNotContain("Train accuracy");
        run(0, "evaluate", "", "--data", path("sizes.csv"));
        assertThat(text(output))
                .containsPattern(
                        "mean absolute error [\\d.e-]+, root mean squared error [\\d.e-]+, R2 -?[\\d.]+, loss [\\d.e-]+ on 60");
        run(0, "predict", "", "--pictures", path("pictures"));
        assertThat(text(output)).containsPattern("0.png  area -?[\\d.e-]+  width -?[\\d.e-]+");
    }

    @Test
    void whatDoesNotFitIsASentenceWithTheFix() throws IOException {
        run(2, "train", "GarmentLabels", "--labels", "footwear,sleeves");
        assertThat(text(errors))
                .contains("learns any of 3 labels, found data with any of 2 labels: 'footwear', 'sleeves'")
                .contains("--labels")
                .doesNotContain("\tat ");
        run(2, "train", "GarmentLabels", "--labels", "footwear,sleeves,arms");
        assertThat(text(errors)).contains("labels.csv, line 1").contains("the column 'arms'");
        run(2, "train", "GarmentLabels", "--class-weights", "1,2,3");
        assertThat(text(errors)).contains("weights of the loss aren't for").contains("any of 3 labels");
        Files.writeString(folder.resolve("labels.csv"), "image,footwear,sleeves,legs\npictures/0.png,0,3,1\n");
        run(2, "train", "GarmentLabels");
        assertThat(text(errors)).contains("labels.csv, line 2").contains("0 or 1 in column 'sleeves'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundled", "@/pictures"})
    void dataWithoutColumnsIsRefused(String data) {
        assertThat(Netwright.execute(
                        "train",
                        "--network",
                        "dev.netwright.examples.targets.GarmentSize",
                        "--data",
                        data.replace("@", folder.toString()),
                        "--save",
                        path("weights.safetensors")))
                .isEqualTo(2);
        assertThat(text(errors)).contains("--data must be a CSV file with the column image and one for each");
    }

    /** Runs a command on the folder's weights; training writes them. */
    private void run(int code, String command, String network, String... options) {
        output.reset();
        errors.reset();
        Stream<String> usual = command.equals("train")
                ? Stream.of(
                        "train",
                        "--network",
                        "dev.netwright.examples.targets." + network,
                        "--data",
                        path(network.equals("GarmentSize") ? "sizes.csv" : "labels.csv"),
                        "--epochs",
                        "2",
                        "--batch",
                        "16",
                        "--save",
                        path("weights.safetensors"))
                : Stream.of(command, "--weights", path("weights.safetensors"));
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
