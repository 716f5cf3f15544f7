package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every option of every command with everything that it can't take: the command ends with code 2 and one line, which names an
 * option or a file and no class or method of Java.
 */
final class BadInputTest {
    /** Names of packages, exceptions and methods; a network is called by its class. */
    private static final Pattern JAVA = Pattern.compile(
            "\\b(?:java|javax|sun|com|org|picocli)\\.[a-z]|\\bdev\\.netwright\\.(?!models\\.)|[a-z]Exception\\b|[A-Za-z]\\(\\)"
                    + "|\\b[A-Z][A-Za-z]+\\.[a-z][A-Za-z]+\\(|\\b(?:Training|PictureFolder|Metric|KernelSets|Path)\\b\\.?");

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @BeforeAll
    static void prepare() throws IOException {
        BadFiles.write(folder);
    }

    static Stream<BadOptions.Bad> bad() {
        return BadOptions.all();
    }

    @Test
    void everyOptionOfEveryCommandIsWalked() {
        assertThat(BadOptions.commands())
                .isEqualTo(Tutorials.commandLine().getSubcommands().keySet());
        assertThat(BadOptions.commands().stream().flatMap(BadOptions::valued))
                .allSatisfy(
                        option -> assertThat(BadOptions.has(option)).as(option).isTrue());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatCannotBeMetIsALineInTheCommandsOwnWords(BadOptions.Bad bad) {
        assertLine(bad.command(), Tutorials.execute(bad.arguments(folder)), bad.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train | --network lenet --data bundled
            train | --network lenet --save @/out.safetensors
            train | --data bundled --save @/out.safetensors
            train | --network lenet --data @/list.csv --save @/out.safetensors --resume
            train | --network lenet --data @/list.csv --save @/out.safetensors --lerning-rate 1
            train | --network lenet --data @/list.csv --save @/out.safetensors --optimizer sgd --rate 1e38 --epochs 3 --batch 4
            train | --network batchnormlenet28 --data @/list.csv --save @/out.safetensors --split 0.8 --batch 6
            train | --network lenet --data @/list.csv --save @/out.safetensors --batch 4 --checkpoints @/used --resume
            train | --network lenet --data @/list.csv --save @/out.safetensors --folds 2
            train | --network lenet --data @/list.csv --folds 2 --ordered
            train | --network lenet --data @/list.csv --folds 2 --split 0.8
            compare | @/run @/nothing
            compare | @/run @/flat
            compare | @/run @/list.csv
            evaluate | --weights @/torch.safetensors --data @/list.csv
            predict | --weights @/torch.safetensors --pictures @/list.csv
            export | --weights @/lenet.safetensors --to @/out.onnx --names d2l
            export | --weights @/lenet.safetensors --to @/out.safetensors --norms folded
            experiment | --bundled
            experiment | lenet-5
            """)
    void whatDoesNotFitTogetherIsALineToo(String command, String arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        Stream.of(arguments.split(" ", -1))
                .map(argument -> argument.replace("@", folder.toString()))
                .forEach(all::add);
        assertLine(command, Tutorials.execute(all.toArray(String[]::new)), "");
    }

    /** A process of its own: the encoding of names is that of the process. */
    @DisabledOnOs(OS.WINDOWS)
    @Test
    void namesThatTheLanguageSettingsCannotTellAreALineWithWhatToSet() throws IOException, InterruptedException {
        BadFiles.copy(folder, "0.png", "b\u00e4ume/\u00e9rable/1.png");
        BadFiles.copy(folder, "0.png", "b\u00e4ume/oak/1.png");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Newer JVMs warn of native libraries unless this one's flags say that they are meant.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--enable-native-access") || flag.startsWith("--sun-misc-unsafe"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tutorials.class.getName(),
                "train",
                "--network",
                "lenet",
                "--data",
                folder.resolve("b\u00e4ume").toString(),
                "--save",
                folder.resolve("trees.safetensors").toString()));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().put("LC_ALL", "C");
        Process program = java.redirectErrorStream(true).start();
        String line = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).as(line).isEqualTo(2);
        assertThat(line.strip().lines()).as(line).hasSize(1);
        assertThat(line)
                .startsWith("train: --data: ")
                .contains("start java with the environment variable LC_ALL=C.UTF-8");
    }

    /** What training would find in the middle of an epoch is found before it begins. */
    @Test
    void noEpochBeginsWithAPictureThatCannotBeRead() {
        assertThat(Tutorials.execute(
                        "train",
                        "--network",
                        "lenet",
                        "--data",
                        folder.resolve("unreadable.csv").toString(),
                        "--save",
                        folder.resolve("new.safetensors").toString()))
                .isEqualTo(2);
        assertThat(printed.output()).isEmpty();
        assertThat(printed.errors())
                .contains("text.txt: expected a JPEG, PNG or BMP picture")
                .contains("(the first of 2 that can't be read)")
                .contains("skip unreadable pictures with --skip-unreadable");
    }

    @Test
    void savedWeightsSayOfWhichNetworkTheyAreAndASinglePictureIsClassified() {
        assertThat(Tutorials.execute(
                        "predict",
                        "--weights",
                        folder.resolve("lenet.safetensors").toString(),
                        "--pictures",
                        folder.resolve("3.png").toString()))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output()).startsWith("3.png  ");
        assertThat(printed.output().lines()).hasSize(1);
    }

    @Test
    void predictLeavesOutWhatItCannotRead() {
        assertThat(Tutorials.execute(
                        "predict",
                        "--weights",
                        folder.resolve("lenet.safetensors").toString(),
                        "--pictures",
                        folder.resolve("unreadable.csv").toString(),
                        "--skip-unreadable"))
                .as(printed.errors())
                .isZero();
        assertThat(printed.output()).startsWith("0.png  ");
        assertThat(printed.errors())
                .contains("skipped: text.txt: expected a JPEG, PNG or BMP picture")
                .contains("skipped: photo.webp: expected a JPEG, PNG or BMP picture, found a picture in WebP");
    }

    @Test
    void aFolderThatAnotherRunSavesInIsALine() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        try (CheckpointFolder held = CheckpointFolder.open(taken)) {
            assertThat(held.last()).doesNotExist();
            int code = Tutorials.execute(
                    "train",
                    "--network",
                    "lenet",
                    "--data",
                    folder.resolve("list.csv").toString(),
                    "--save",
                    folder.resolve("new.safetensors").toString(),
                    "--checkpoints",
                    taken.toString());
            assertLine("train", code, "");
            assertThat(printed.errors())
                    .contains("another run saves its checkpoints in " + taken)
                    .contains("choose another folder with --checkpoints");
        }
    }

    private void assertLine(String command, int code, String given) {
        String line = printed.errors();
        assertThat(code).as(line).isEqualTo(2);
        assertThat(line.strip().lines()).as(line).hasSize(1);
        assertThat(JAVA.matcher(given.isEmpty() ? line : line.replace(given, ""))
                        .find())
                .as("Java in: %s", line)
                .isFalse();
        CommandLine asked = BadOptions.commandLine(command);
        List<String> names = new ArrayList<>(List.of(folder.toString(), "/proc", "<experiment>"));
        asked.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
        assertThat(names).as(line).anyMatch(line::contains);
    }
}
