package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.argument.OptionFaults;
import dev.netwright.commandline.bench.Ceiling;
import dev.netwright.models.exercises.EdgeDetector;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What holds for every command: help, a run that does what it is asked, one that can't, and output that a pipe can take. */
final class CommandsTest {
    /** Escape sequences, carriage returns, backspaces and bells; a tab stands in d2l's listing of layers. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private static final int PICTURES = 24;

    private static final String GOOD_RUNS = """
            bench      | --network lenet --batch 2 --steps 1 --warmup 1                                  | ceiling 100.0 GFLOP/s
            benchmark  | --batch 2 --burn-in 0 --steps 1                                                 | Forward-backward across 1 steps
            compare    | @/first @/second                                                               | settings that differ
            duplicates | --data @/list.csv --within                                                     | of 24 pictures repeat an earlier one: 0 exactly
            doctor     | --network lenet --batch 4                                                       | plan     LeNet28
            evaluate   | --network lenet --weights @/lenet.safetensors --data @/list.csv                 | on 24 pictures
            exercises  | --seed 0                                                                        | epoch 10, loss
            experiment | lenet --bundled --images 20 --epochs 1                                          | examples / seconcpu
            export     | --network lenet --weights @/lenet.safetensors --to @/lenet.onnx                 | exported to @/lenet.onnx
            import     | --network lenet --from @/torch.safetensors --save @/ours.safetensors | saved to @/ours.safetensors
            features   | --weights @/lenet.safetensors --data @/list.csv --stage s4 --to @/out.npy      | 24 rows of 16x5x5 values, the output of s4, in @/out.npy
            new        | @/garments                                                                       | cd @/garments && mvn -q compile exec:java
            predict    | --network lenet --weights @/lenet.safetensors --pictures @/list.csv             | 23.png
            shapes     | --network lenet --layers                                                        | torch.Size([1, 10])
            summary    | --network lenet                                                                 | Total params: 61,706
            train      | --network lenet --data @/list.csv --epochs 2 --batch 8 --save @/new.safetensors | saved to @/new.safetensors
            """;

    private static final String BAD_RUNS = """
            bench      | 2 | --network lenet --batch 0                                                   | --batch must be at least 1, found 0
            benchmark  | 2 | --steps 0                                                                   | --steps must be at least 1, found 0
            compare    | 2 | @/first @/nothing                                                           | @/nothing must be the folder of a run
            duplicates | 2 | --data @/list.csv --bits 16                                                 | --bits must be from 0 to 15, found 16
            doctor     | 2 | --network lenet --batch 0                                                   | --batch must be at least 1, found 0
            doctor     | 1 | --kernels cuda                                                              |
            evaluate   | 2 | --network vgg-11 --weights @/lenet.safetensors --data @/list.csv            | LeNet28
            exercises  | 2 | --seed one                                                                  | Invalid value for option '--seed'
            experiment | 2 | lenet-5 --bundled                                                           | lenet-5
            export     | 2 | --network lenet --weights @/lenet.safetensors --to @/lenet.txt              | --to must be a file that ends with .onnx or .safetensors
            import     | 2 | --network nin --from @/torch.safetensors --save @/ours.safetensors | torch.safetensors
            features   | 2 | --weights @/lenet.safetensors --to @/out.csv                               | the pictures come from --data or --pictures, found neither
            new        | 2 | @ --package garments                                                         | FOLDER must be empty, found 0.png, 1.png, 10.png and
            predict    | 2 | --network lenet --weights @/list.csv --pictures @/list.csv                  | list.csv
            shapes     | 2 | --network lenet --layer                                                     | Unknown option: '--layer'
            summary    | 2 | --network lenet --columns depth                                             | 'depth'
            train      | 2 | --network edgedetector --data @/list.csv --save @/new.safetensors           | expected a finite number in column 'label', found 'Ankle boot'
            evaluate   | 2 | --network edgedetector --weights @/lenet.safetensors --data @/list.csv      | in weights of network 'dev.netwright.models.lenet.LeNet28'
            predict    | 2 | --network edgedetector --weights @/lenet.safetensors --pictures @/list.csv  | in weights of network 'dev.netwright.models.lenet.LeNet28'
            """;

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @BeforeAll
    static void prepare() throws IOException {
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Training silent = Training.with(Optimizer.sgd(0.1)).epochs(1).listener(new TrainingListener() {});
        LeNet28.train(pictures, silent.batch(8).runFolder(folder.resolve("second")))
                .close();
        try (NeuralNetwork network = LeNet28.train(pictures, silent.runFolder(folder.resolve("first")))) {
            network.save(folder.resolve("lenet.safetensors"));
            network.exportTorch(folder.resolve("torch.safetensors"));
        }
        StringBuilder list = new StringBuilder("image,label\n");
        for (int index = 0; index < PICTURES; index++) {
            String name = index + ".png";
            ImageIO.write(pictures.picture(index), "png", folder.resolve(name).toFile());
            list.append(name)
                    .append(',')
                    .append(pictures.labels().get(pictures.label(index)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("list.csv"), list);
    }

    static List<String> commands() {
        return commandLine().getSubcommands().keySet().stream().sorted().toList();
    }

    /** The real one, but for what takes seconds: VGG-16, and the measurement of the machine's ceiling. */
    private static CommandLine commandLine() {
        return Tutorials.commandLine(EdgeDetector.TYPE, kernels -> new Ceiling(100, 50));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        assertThat(run(command + " --help")).isZero();
        assertThat(printed.output()).startsWith("Usage: netwright " + command).contains("--help");
        assertThat(printed.errors()).isEmpty();
    }

    @Test
    void everyCommandHasAGoodRunAndABadOne() {
        for (String runs : List.of(GOOD_RUNS, BAD_RUNS)) {
            assertThat(runs.lines().map(line -> line.substring(0, line.indexOf(' '))))
                    .containsAll(commands());
        }
    }

    @Test
    void theProgramsHelpNamesEveryCommandAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(printed.output()).contains(commands()).containsPattern("(?s) 0 .* 1 .* 2 ");
    }

    @Test
    void thePageAboutThemNamesEveryCommand() throws IOException {
        String table = Files.readString(Path.of("..", "docs", "command-line.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .reduce("", String::concat);
        assertThat(commands()).allSatisfy(command -> assertThat(table).contains("`" + command + "`"));
    }

    /** {@code @} is a folder with pictures and weights. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = GOOD_RUNS)
    void aGoodRunEndsWithCode0AndPlainLines(String command, String arguments, String answer) {
        assertThat(commands()).contains(command);
        assertThat(run(command + " " + arguments)).as(printed.errors()).isZero();
        assertThat(printed.output()).contains(answer.replace("@", folder.toString()));
        assertThat(printed.errors()).isEmpty();
        assertPlain(printed.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = BAD_RUNS)
    void aBadRunEndsWithItsCodeAndALine(String command, int code, String arguments, String answer) {
        assertThat(run(command + " " + arguments)).isEqualTo(code);
        String line = answer == null ? "" : answer.replace("@", folder.toString());
        assertThat(printed.errors()).contains(line).doesNotContain("\tat ");
        assertThat(printed.errors().isEmpty()).isEqualTo(answer == null);
        assertPlain(printed.output() + printed.errors());
    }

    @Test
    void aFaultOfOursShowsItsTraceAndEndsWithCode1() {
        @Command(name = "broken")
        final class Broken implements Runnable {
            @Override
            public void run() {
                throw new IllegalStateException("a slot is missing");
            }
        }

        int code = new CommandLine(new Broken())
                .setExecutionExceptionHandler(new OptionFaults())
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute();

        assertThat(code).isEqualTo(1);
        assertThat(printed.errors()).contains("IllegalStateException: a slot is missing", "\tat ");
    }

    /** A process of its own, told that there is a terminal of many colours; its output is a pipe all the same. */
    @Test
    void aTrainingRunThroughAPipeIsPlainLines() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tutorials.class.getName(),
                        "train",
                        "--network",
                        "lenet",
                        "--data",
                        folder.resolve("list.csv").toString(),
                        "--epochs",
                        "3",
                        "--batch",
                        "4",
                        "--save",
                        folder.resolve("piped.safetensors").toString())
                .redirectErrorStream(true);
        java.environment().put("TERM", "xterm-256color");
        java.environment().remove("NO_COLOR");
        Process program = java.start();
        String all = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(all).isZero();
        assertThat(all.lines().filter(line -> line.startsWith("epoch "))).hasSize(3);
        assertThat(all).contains("saved to ");
        assertPlain(all);
    }

    private static void assertPlain(String text) {
        assertThat(CONTROL.matcher(text.replace(System.lineSeparator(), "\n")).find())
                .as("control characters in %s", text)
                .isFalse();
    }

    private int run(String arguments) {
        List<String> all = new ArrayList<>();
        for (String argument : arguments.strip().split(" +", -1)) {
            all.add(argument.replace("@", folder.toString()));
        }
        return commandLine().execute(all.toArray(String[]::new));
    }
}
