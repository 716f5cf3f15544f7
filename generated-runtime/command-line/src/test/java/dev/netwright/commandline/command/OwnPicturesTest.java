package dev.netwright.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import dev.netwright.commandline.PrintedOutput;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files of pictures to a submission, with the commands alone. */
final class OwnPicturesTest {
    private static final int PICTURES = 60;

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @TempDir
    private Path folder;

    @Test
    void aListOfPicturesIsLearnedEvaluatedAndHandedIn() throws IOException {
        Path list = listed();
        Path weights = folder.resolve("new/weights.safetensors");
        Path submission = folder.resolve("submission.csv");

        assertThat(run(
                        "train",
                        "--data",
                        list.toString(),
                        "--epochs",
                        "2",
                        "--batch",
                        "16",
                        "--save",
                        weights.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .contains("48 training and 12 test images; 2 epochs of 3 batches of 16")
                .contains("saved to " + weights);
        assertThat(printed.output()).as("what a pipe gets").doesNotContain("\r").doesNotContain("\u001b");

        assertThat(run("evaluate", "--weights", weights.toString(), "--data", list.toString()))
                .isZero();
        assertThat(printed.output())
                .containsPattern(
                        "accuracy [01]\\.\\d{3}, top-5 accuracy [01]\\.\\d{3}, loss \\d+\\.\\d{3} on 60 pictures");
        assertThat(printed.output().lines().filter(line -> line.startsWith("Ankle boot")))
                .hasSize(1);

        assertThat(run(
                        "predict",
                        "--weights",
                        weights.toString(),
                        "--pictures",
                        list.toString(),
                        "--submission",
                        submission.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(submission);
        assertThat(lines).hasSize(PICTURES + 1).startsWith("image,label");
        assertThat(lines.get(1)).startsWith("pictures/0.png,");
        assertThat(lines.get(PICTURES)).startsWith("pictures/" + (PICTURES - 1) + ".png,");
    }

    @Test
    void foldsAreTrainedEvaluatedAndComparedWithEachOther() throws IOException {
        Path list = listed();
        Path report = folder.resolve("report");
        assertThat(run(
                        "train",
                        "--data",
                        list.toString(),
                        "--folds",
                        "3",
                        "--epochs",
                        "1",
                        "--batch",
                        "16",
                        "--report",
                        report.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .contains("fold 1 of 3: 40 pictures to train on and 20 to evaluate", "fold 3 of 3: ")
                .containsPattern("mean +[01]\\.\\d{3}")
                .containsPattern("deviation +[01]\\.\\d{3}");
        assertThat(report.resolve("cross-validation.html")).exists();

        Path page = folder.resolve("pages/comparison.html");
        assertThat(Netwright.execute(
                        "compare",
                        report.resolve("fold-1").toString(),
                        report.resolve("fold-2").toString(),
                        "--page",
                        page.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output()).contains("last test accuracy");
        assertThat(page).content().contains("<h1>2 runs</h1>");
    }

    @Test
    void aPictureInBothPartsIsReportedByItsName() throws IOException {
        Path list = listed();
        Files.copy(folder.resolve("pictures/3.png"), folder.resolve("pictures/copy.png"));
        Files.writeString(list, Files.readString(list) + "pictures/copy.png,Sandal\n");
        assertThat(Netwright.execute("duplicates", "--data", list.toString(), "--ordered", "--bits", "0"))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .containsPattern("\\S*copy\\.png equals \\S*3\\.png\n")
                .contains("13 pictures to evaluate are also among those to train on: 1 exactly");
        assertThat(Netwright.execute("duplicates", "--data", list.toString(), "--within", "--bits", "0"))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output()).contains("61 pictures repeat an earlier one: 1 exactly");
    }

    @Test
    void featuresOfAListAndOfAFolderAreWritten() throws IOException {
        Path list = listed();
        Path weights = folder.resolve("weights.safetensors");
        Path table = folder.resolve("features.csv");
        try (NeuralNetwork network = LeNet28.train(
                FashionMnist.bundledTrain().first(16),
                Training.with(Optimizer.adam(0.01)).listener(new TrainingListener() {}))) {
            network.save(weights);
        }

        assertThat(run(
                        "features",
                        "--weights",
                        weights.toString(),
                        "--data",
                        list.toString(),
                        "--to",
                        table.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output()).contains("60 rows of 84 values, the output of f6_sigmoid, in " + table);
        assertThat(Files.readAllLines(table))
                .hasSize(PICTURES + 1)
                .element(0)
                .asString()
                .startsWith("image,label,f0,");

        assertThat(run(
                        "features",
                        "--weights",
                        weights.toString(),
                        "--pictures",
                        folder.resolve("pictures").toString(),
                        "--stage",
                        "stage1",
                        "--to",
                        table.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(Files.readAllLines(table))
                .hasSize(PICTURES + 1)
                .element(1)
                .asString()
                .startsWith("0.png,");
    }

    @Test
    void aFolderForEachClassIsLearnedAndAFolderOfPicturesNamed() throws IOException {
        Path classes = inFolders();
        Path weights = folder.resolve("weights.safetensors");

        assertThat(run(
                        "train",
                        "--data",
                        classes.toString(),
                        "--split",
                        "0.5",
                        "--epochs",
                        "1",
                        "--cached",
                        "--optimizer",
                        "sgd",
                        "--rate",
                        "0.1",
                        "--save",
                        weights.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .contains("30 pictures to train on and 30 to evaluate, split within each class by seed 0")
                .contains("30 training and 30 test images")
                .doesNotContain("image is of");

        Path one = classes.resolve(FashionMnist.bundledTrain().labels().get(0).replace("/", "-"));
        assertThat(run("predict", "--weights", weights.toString(), "--pictures", one.toString(), "--top", "2"))
                .isZero();
        assertThat(printed.output()
                        .lines()
                        .filter(line -> line.matches("\\d+\\.png  \\S.* [01]\\.\\d\\d  \\S.* [01]\\.\\d\\d")))
                .hasSize(files(one));
    }

    /** A folder for each class is sorted: what is cut in that order learns some classes and is evaluated on others. */
    @Test
    void aPartWithoutAClassIsReported() throws IOException {
        Path classes = inFolders();
        Path weights = folder.resolve("weights.safetensors");
        List<String> network = List.of("--network", "lenet", "--epochs", "1", "--save", weights.toString());

        assertThat(execute("train", network, "--data", classes.toString(), "--ordered"))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .contains("48 pictures to train on and 12 to evaluate, split in order")
                .containsPattern("classes without a training image can't be learned: '.*', '.*'")
                .containsPattern("classes without a test image don't count in the test accuracy: '.*' and \\d more");
    }

    @Test
    void testPicturesOfOtherClassesAreRefused() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        List<String> network = List.of("--network", "lenet", "--epochs", "1", "--save", weights.toString());

        assertThat(execute("train", network, "--data", inFolders().toString(), "--test-data", "bundled"))
                .isEqualTo(2);
        assertThat(printed.errors())
                .contains(
                        "has other classes than the data: only the network has 'T-shirt-top', only the data has 'T-shirt/top'")
                .doesNotContain("\tat ");
        assertThat(weights).doesNotExist();
    }

    /** As predict names pictures, evaluate has to find all of them right: both prepare them as the weights say. */
    @Test
    void evaluatePreparesPicturesAsPredictDoes() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        ImageDataset learned = FashionMnist.bundledTrain()
                .first(64)
                .resizeShorterSide(40)
                .centerCrop(28)
                .normalized(Normalization.of(0.3, 0.2));
        try (NeuralNetwork network = BatchNormLeNet28.train(
                learned,
                Training.with(Optimizer.adam(0.01)).epochs(10).batch(16).listener(new TrainingListener() {}))) {
            network.save(weights);
        }
        Path list = listed();
        Path answers = folder.resolve("answers.csv");
        List<String> network = List.of("--network", "lenet-bn", "--weights", weights.toString());

        assertThat(execute("predict", network, "--pictures", list.toString(), "--submission", answers.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(Files.readAllLines(answers).stream()
                        .map(line -> line.split(",", -1)[1])
                        .distinct())
                .as("a network that gives several answers")
                .hasSizeGreaterThan(3);
        assertThat(execute("evaluate", network, "--data", answers.toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output())
                .contains("accuracy 1.000, top-5 accuracy 1.000")
                .contains("on 60 pictures");
    }

    @Test
    void aRunIsSavedReportedAndGoneOnWith() throws IOException {
        Path list = listed();
        Path checkpoints = folder.resolve("checkpoints");
        Path report = folder.resolve("report");
        String[] run = {
            "train",
            "--data",
            list.toString(),
            "--batch",
            "16",
            "--checkpoints",
            checkpoints.toString(),
            "--report",
            report.toString(),
            "--save",
            folder.resolve("weights.safetensors").toString(),
            "--epochs",
            "1"
        };

        assertThat(run(run)).as(printed.errors()).isZero();
        assertThat(checkpoints.resolve("last.safetensors")).exists();
        assertThat(report.resolve("report.html")).exists();
        assertThat(run(run)).as("a new run in the folder of another").isEqualTo(2);
        assertThat(printed.errors())
                .contains("continue that run with --resume, or choose another folder with --checkpoints");

        run[run.length - 1] = "2";
        List<String> resumed = new ArrayList<>(List.of(run));
        resumed.add("--resume");
        assertThat(run(resumed.toArray(String[]::new))).isZero();
        assertThat(printed.output())
                .contains("continues from " + checkpoints.resolve("last.safetensors")
                        + ": epoch 2, after 0 of its batches");
    }

    /** With a rate so small no epoch is better than the first. */
    @Test
    void patienceSavesTheBestEpochsWeightsAndKeepChooses() throws IOException {
        Path list = listed();
        Path weights = folder.resolve("weights.safetensors");
        Path checkpoints = folder.resolve("checkpoints");
        String[] run = {
            "train",
            "--data",
            list.toString(),
            "--batch",
            "16",
            "--optimizer",
            "sgd",
            "--rate",
            "1e-5",
            "--epochs",
            "9",
            "--patience",
            "2",
            "--save",
            weights.toString(),
            "--checkpoints",
            checkpoints.toString()
        };
        assertThat(run(run)).as(printed.errors()).isZero();
        assertThat(printed.output())
                .contains(
                        "ended, because the metric of early stopping",
                        "the network has the weights of epoch 1, the best by test accuracy")
                .contains("; the last was epoch 3");
        assertThat(tensors(weights)).isEqualTo(tensors(checkpoints.resolve("best.safetensors")));

        List<String> last = new ArrayList<>(List.of(run));
        last.addAll(List.of("--resume", "--keep", "last"));
        assertThat(run(last.toArray(String[]::new))).as(printed.errors()).isZero();
        assertThat(tensors(weights))
                .isEqualTo(tensors(checkpoints.resolve("last.safetensors")))
                .isNotEqualTo(tensors(checkpoints.resolve("best.safetensors")));
    }

    private static List<Float> tensors(Path file) {
        try (NeuralNetwork network = LeNet28.load(file)) {
            List<Float> values = new ArrayList<>();
            network.type().parameters().tensors().forEach(tensor -> {
                for (float value : network.parameter(tensor.name())) {
                    values.add(value);
                }
            });
            return values;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    train --data nowhere --save w.safetensors | there are no pictures at 'nowhere'
                    train --data bundled --rate 0 --save w.safetensors | --rate must be above 0 and finite as a float
                    train --data bundled --save . | --save must name a file
                    train --data bundled --split 2 --save w.safetensors | --split must be between 0 and 1, found 2
                    train --data bundled --epochs 0 --save w.safetensors | --epochs must be at least 1, found 0
                    train --data bundled --minutes 0 --save w.safetensors | --minutes must be at least 1, found 0
                    train --data bundled --resume --save w.safetensors | name its folder with --checkpoints
                    train --data bundled --kernels fast --save w.safetensors | there are no kernels called 'fast'
                    train --data bundled --kernels cuda --save w.safetensors | CUDA was asked for
                    train --data bundled --folds 1 | --folds must be at least 2, found 1
                    train --data bundled --folds 7000 | --folds must be at most the number of pictures, 6000, found 7000
                    train --data bundled --folds 5 --save w.safetensors | --folds can't be given with --save
                    train --data bundled | Missing required option: '--save=<file>'
                    train --data bundled --optimizer tiger --save w.safetensors | 'tiger'
                    evaluate --data bundled --weights nowhere.safetensors | nowhere.safetensors
                    features --data bundled --weights nowhere.safetensors --to out.txt | must end in .npy or .csv, found out.txt
                    features --data bundled --pictures . --weights nowhere.safetensors --to out.npy | found both
                    predict --pictures nowhere --weights nowhere.safetensors | --pictures must be a folder, a CSV file or a picture
                    predict --pictures . --top 0 --weights nowhere.safetensors | --top must be at least 1
                    """)
    void whatCannotBeMetEndsWithCode2AndALine(String arguments, String message) {
        assertThat(run(arguments.strip().split(" "))).isEqualTo(2);
        assertThat(printed.errors()).contains(message).doesNotContain("\tat ");
        assertThat(printed.output()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeReadEndsTheCommandOrIsLeftOutAsAsked() throws IOException {
        Path list = listed();
        Files.writeString(folder.resolve("pictures/7.png"), "no picture");
        Path weights = folder.resolve("weights.safetensors");

        assertThat(run("train", "--data", list.toString(), "--epochs", "1", "--save", weights.toString()))
                .isEqualTo(2);
        assertThat(printed.errors()).contains("7.png").doesNotContain("\tat ");
        assertThat(weights).doesNotExist();

        assertThat(run(
                        "train",
                        "--data",
                        list.toString(),
                        "--skip-unreadable",
                        "--epochs",
                        "1",
                        "--save",
                        weights.toString()))
                .isZero();
        assertThat(printed.errors()).contains("skipped: pictures/7.png");
    }

    private static int execute(String command, List<String> network, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(network);
        all.addAll(List.of(arguments));
        return Netwright.execute(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--network", "lenet"));
        return Netwright.execute(all.toArray(String[]::new));
    }

    private static int files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    /** Pictures and their list. */
    private Path listed() throws IOException {
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Files.createDirectories(folder.resolve("pictures"));
        StringBuilder csv = new StringBuilder("image,label\n");
        for (int index = 0; index < PICTURES; index++) {
            String name = "pictures/" + index + ".png";
            ImageIO.write(pictures.picture(index), "png", folder.resolve(name).toFile());
            csv.append(name)
                    .append(',')
                    .append(pictures.labels().get(pictures.label(index)))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("train.csv"), csv);
    }

    /** The same in a folder for each class; a slash in a class's name is none in its folder's. */
    private Path inFolders() throws IOException {
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Path classes = folder.resolve("classes");
        for (int index = 0; index < PICTURES; index++) {
            Path one =
                    classes.resolve(pictures.labels().get(pictures.label(index)).replace("/", "-"));
            Files.createDirectories(one);
            ImageIO.write(
                    pictures.picture(index), "png", one.resolve(index + ".png").toFile());
        }
        return classes;
    }
}
