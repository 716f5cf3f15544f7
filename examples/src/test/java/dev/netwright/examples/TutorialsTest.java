package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.tutorial.BenchmarkCommand;
import dev.netwright.models.exercises.EdgeDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class TutorialsTest {
    private static final String NAMES =
            "alexnet, googlenet, lenet, lenet-bn, nin, resnet-18, vgg-11, vgg-11-eighth, vgg-11-quarter";
    private static final String EXPERIMENTS =
            "lenet, alexnet, vgg-11-quarter, nin, googlenet, lenet-bn, resnet-18, vgg-11, vgg-11-eighth,"
                    + " modern-resnet-18, modern-mobilenet-v3";

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    /** The figures are those of the notes on d2l.ai; LeNet's are printed as the notes do, the others' as d2l does. */
    @Test
    void everyExperimentIsListedWithItsTutorialsFigures() {
        assertThat(Tutorials.execute("experiment", "--list")).isZero();
        assertThat(printed.output()).isEqualToNormalizingNewlines("""
                        experiment           network               size  batch   rate  epochs   loss  train   test   examples/s
                        lenet                LeNet28                 28    256    0.5      20  0.417  0.847  0.836      36145.0
                        alexnet              AlexNet224             224    128   0.01      10  0.328  0.881  0.881        666.9
                        vgg-11-quarter       Vgg11Quarter           224    128   0.05      10  0.170  0.936  0.912        378.0
                        nin                  Nin224                 224    128    0.1      10  0.383  0.857  0.847        513.3
                        googlenet            GoogLeNet96             96    128   0.05      10  0.284  0.891  0.884        731.9
                        lenet-bn             BatchNormLeNet28        28    256    1.0      10  0.251  0.908  0.883      17375.8
                        resnet-18            ResNet18At96            96    256   0.05      10  0.014  0.996  0.914        883.9
                        vgg-11               Vgg11                  224     64  0.001       5
                        vgg-11-eighth        Vgg11Eighth            224     64  0.001       5
                        modern-resnet-18     ResNet18At32            32    128  0.001       5
                        modern-mobilenet-v3  MobileNetV3SmallAt32    32    128  0.001       8
                        """);
    }

    @Test
    void anExperimentPrintsWhatTheTutorialReportsAndThenItsLines(@TempDir Path folder) {
        Path file = folder.resolve("weights.safetensors");
        int exit = Tutorials.execute(
                "experiment",
                "lenet-bn",
                "--bundled",
                "--images",
                "70",
                "--epochs",
                "2",
                "--batch",
                "32",
                "--rate",
                "0.5",
                "--seed",
                "3",
                "--save",
                file.toString());

        assertThat(exit).isZero();
        assertThat(lines().get(0))
                .isEqualTo("the tutorial reports loss 0.251, train acc 0.908, test acc 0.883, 17375.8 examples/sec on"
                        + " cuda:0");
        assertThat(lines().get(1)).contains("70 training and 70 test images; 2 epochs of 3 batches of 32; seed 3");
        assertThat(lines().subList(3, lines().size()))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("training on cpu"),
                        line -> assertThat(line)
                                .matches("loss \\d\\.\\d{3}, train acc \\d\\.\\d{3}, test acc \\d\\.\\d{3}"),
                        line -> assertThat(line).matches("\\d+\\.\\d examples/sec on cpu"));
        assertThat(file).isNotEmptyFile();
    }

    /** The command of docs/modern-recipe.md, with a few pictures. */
    @ParameterizedTest
    @ValueSource(strings = {"modern-resnet-18", "modern-mobilenet-v3"})
    void anExperimentWithARecipeOfTodayPrintsTheRecipeAndAReport(String name, @TempDir Path folder) throws IOException {
        String[] arguments = {"experiment", name, "--bundled", "--images", "40", "--epochs", "1", "--batch", "16"};
        int exit = Tutorials.execute(with(
                arguments,
                "--report",
                folder.toString(),
                "--checkpoints",
                folder.toString(),
                "--save",
                folder.resolve("weights.safetensors").toString()));

        assertThat(printed.errors()).isEmpty();
        assertThat(exit).isZero();
        assertThat(lines())
                .contains("batch: 16", "label smoothing: 0.1", "decayed: WEIGHTS", "epochs: 1")
                .anySatisfy(
                        line -> assertThat(line).startsWith("optimizer: Adam[").contains("decay=0.05"))
                .anySatisfy(line -> assertThat(line).contains("40 training and 40 test images; 1 epochs of 2 batches"))
                .anySatisfy(line -> assertThat(line).startsWith("epoch 1, "))
                .noneMatch(line -> line.startsWith("mixup") || line.startsWith("cutmix"));
        assertThat(folder.resolve("weights.safetensors")).isNotEmptyFile();
        assertThat(folder.resolve("last.safetensors")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("report.html"))).contains("<svg");
    }

    @Test
    void epochsMayBePrintedAsWell() {
        Tutorials.execute("experiment", "lenet", "--bundled", "--images", "20", "--epochs", "2", "--each-epoch");

        assertThat(printed.output().lines().filter(line -> line.startsWith("training on")))
                .containsExactly("training on: cpu");
        assertThat(printed.output().lines().filter(line -> line.matches("epoch [12], loss .*, time .* sec")))
                .hasSize(2);
        assertThat(printed.output()).containsPattern("loss\\d\\.\\d{3},train acc\\d\\.\\d{3},test acc\\d\\.\\d{3}");
    }

    @Test
    void anExperimentIsResumedWhereItEnded(@TempDir Path folder) {
        String[] arguments = {
            "experiment", "lenet", "--bundled", "--images", "20", "--each-epoch", "--checkpoints", folder.toString(),
        };
        Tutorials.execute(with(arguments, "--epochs", "1"));
        assertThat(Tutorials.execute(with(arguments, "--epochs", "2", "--resume")))
                .isZero();

        assertThat(printed.output().lines().filter(line -> line.matches("epoch [12], .*")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("epoch 1, "),
                        line -> assertThat(line).startsWith("epoch 2, "));
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"experiment lenet-5", "experiment"})
    void anExperimentThatIsNoneEndsWithCode2AndThoseThereAre(String arguments) {
        assertThat(Tutorials.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(printed.errors()).contains(EXPERIMENTS).doesNotContain("\tat ");
        assertThat(printed.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"summary --network lenet-5", "shapes --network java.lang.Object", "doctor --network lenet5"})
    void aNetworkThatIsNoneEndsWithCode2AndThoseThereAre(String arguments) {
        assertThat(Tutorials.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(printed.errors()).contains(NAMES).doesNotContain("\tat ");
        assertThat(printed.output()).isEmpty();
    }

    @Test
    void aReadyMadeNetworkIsCalledByItsClassesNameInAnyCase() {
        assertThat(Tutorials.execute("shapes", "--network", "imagenetresnet50")).isZero();
        assertThat(lines()).contains("classifier output shape:  torch.Size([1, 1000])");
    }

    @Test
    void aNearMissIsAnsweredWithTheNetworksThatAreLikeIt() {
        assertThat(Tutorials.execute("shapes", "--network", "densenet-121")).isEqualTo(2);
        assertThat(printed.errors()).contains("(such as DenseNet96, ImageNetDenseNet121, ImageNetDenseNet169)");
    }

    @Test
    void theDoctorShowsTheMachineThePlanAndTheDependency() {
        assertThat(Tutorials.execute("doctor", "--network", "lenet", "--batch", "4"))
                .isZero();
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).startsWith("kernels ").contains(" on cpu"))
                .anySatisfy(line -> assertThat(line).startsWith("plan     LeNet28 with Adam and a batch of 4 takes "))
                .anySatisfy(line -> assertThat(line).contains("<artifactId>netwright-cpu</artifactId>"));
    }

    @Test
    void theDoctorSaysWhyCudaCannotBeHadAndEndsWithCode1() {
        assertThat(Tutorials.execute("doctor", "--kernels", "cuda")).isEqualTo(1);
        assertThat(printed.output()).contains("kernels  none: CUDA was asked for, but nd4j-cuda-11.6");
    }

    @Test
    void whoAsksABenchForCudaIsToldWhyItCannotBeHad() {
        assertThat(Tutorials.execute("bench", "--network", "lenet", "--kernels", "cuda"))
                .isEqualTo(2);
        assertThat(printed.errors())
                .startsWith("bench: CUDA was asked for, but ")
                .doesNotContain("\tat ");
        assertThat(printed.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment lenet --bundled --images 0",
                "experiment lenet --bundled --epochs 0",
                "experiment lenet --bundled --rate NaN",
                "experiment lenet --bundled --rate 0",
                "experiment lenet --bundled --save .",
                "summary --network lenet --batch 0",
                "summary --network lenet --columns depth",
                "summary",
                "shapes --network lenet --batch 0",
                "benchmark --batch 0",
                "benchmark --steps 0",
                "benchmark --burn-in -1",
                "training"
            })
    void anOptionThatCannotBeMetEndsWithCode2(String arguments) {
        assertThat(Tutorials.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(printed.errors()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void aSummaryHasTheColumnsAskedFor() {
        Tutorials.execute(
                "summary", "--network", "lenet", "--columns", "kernel_size,mult_adds", "--batch", "2", "--names");

        assertThat(lines())
                .contains(
                        "Layer (type (var_name):depth-idx)        Kernel Shape              Mult-Adds",
                        "│    └─Conv2d (c3): 2-4                  [5, 5]                    483,200",
                        "Total params: 61,706");
    }

    @Test
    void shapesAreOfBlocksOrOfLayers() {
        Tutorials.execute("shapes", "--network", "dev.netwright.models.vgg.Vgg11");
        Tutorials.execute("shapes", "--network", "nin", "--layers", "--batch", "4");

        assertThat(lines())
                .startsWith("block1 output shape:  torch.Size([1, 64, 112, 112])")
                .contains(
                        "classifier output shape:  torch.Size([1, 10])",
                        "Conv2d output shape \t torch.Size([4, 96, 54, 54])");
    }

    /** Each step more than halves the loss, as in the notes; from any start the kernel comes near (1, -1). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theEdgeDetectorFindsItsKernel(int seed) {
        assertThat(Tutorials.execute("exercises", "--seed", Integer.toString(seed)))
                .isZero();

        List<Double> losses = numbers("epoch \\d+, loss ([\\d.]+)");
        assertThat(losses).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(losses.get(4)).isLessThan(losses.get(0) / 20);
        assertThat(numbers("kernel \\[([\\d.-]+), ").get(0)).isBetween(0.8, 1.2);
        assertThat(numbers("kernel \\[[\\d.-]+, ([\\d.-]+)]").get(0)).isBetween(-1.2, -0.8);
    }

    @Test
    void theBenchmarkTimesBothPasses() {
        int exit = new CommandLine(new BenchmarkCommand(EdgeDetector.TYPE))
                .execute("--batch", "3", "--burn-in", "1", "--steps", "11");

        String time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}";
        assertThat(exit).isZero();
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("EdgeDetector, batches of 3: \\d+ MiB of native memory"),
                        line -> assertThat(line).matches(time + ":step 0,duration = \\d+\\.\\d{3}"),
                        line -> assertThat(line).matches(time + ":step 10,duration = \\d+\\.\\d{3}"),
                        line -> assertThat(line)
                                .matches(time + ": Forward across 11 steps, \\S{5,} \\+/- \\S{5,} sec/batch"),
                        line -> assertThat(line).matches(time + ":step 0,duration = \\d+\\.\\d{3}"),
                        line -> assertThat(line).matches(time + ":step 10,duration = \\d+\\.\\d{3}"),
                        line -> assertThat(line)
                                .matches(time + ": Forward-backward across 11 steps, \\S{5,} \\+/- \\S{5,} sec/batch"));
    }

    private List<Double> numbers(String pattern) {
        return Pattern.compile(pattern)
                .matcher(printed.output())
                .results()
                .map((MatchResult found) -> Double.valueOf(found.group(1)))
                .toList();
    }

    private List<String> lines() {
        return printed.output().lines().toList();
    }
}
