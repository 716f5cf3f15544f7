package dev.netwright.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.Netwright;
import dev.netwright.examples.PrintedOutput;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.checkpoint.CheckpointFolder;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command with everything that it can't take: the command ends with code 2 and one line, which names an
 * option or a file and no class or method of Java.
 */
final class BadInputTest {
    /** Names of packages, exceptions and methods; a network is called by its class. */
    private static final Pattern JAVA = Pattern.compile(
            "\\b(?:java|javax|sun|com|org|picocli)\\.[a-z]|\\bdev\\.netwright\\.(?!models\\.)|[a-z]Exception\\b|[A-Za-z]\\(\\)"
                    + "|\\b[A-Z][A-Za-z]+\\.[a-z][A-Za-z]+\\(|\\b(?:Training|PictureFolder|Metric|KernelSets|Path)\\b\\.?");

    private static final int PICTURES = 24;

    /** What each command is given otherwise; {@code @} is the folder of files. */
    private static final Map<String, String> GOOD = new TreeMap<>(Map.ofEntries(
            Map.entry("bench", "--network lenet --batch 2 --steps 1 --warmup 1"),
            Map.entry("benchmark", "--batch 1"),
            Map.entry("doctor", ""),
            Map.entry("evaluate", "--weights @/lenet.safetensors --data @/list.csv"),
            Map.entry("exercises", ""),
            Map.entry("experiment", "lenet --bundled --images 20 --epochs 1"),
            Map.entry("export", "--weights @/lenet.safetensors --to @/out.onnx"),
            Map.entry("import", "--network lenet --from @/torch.safetensors --save @/out.safetensors"),
            Map.entry("predict", "--weights @/lenet.safetensors --pictures @/list.csv"),
            Map.entry("shapes", "--network lenet"),
            Map.entry("summary", "--network lenet"),
            Map.entry("train", "--network lenet --data @/list.csv --epochs 1 --save @/out.safetensors")));

    private static final List<String> COUNTS = List.of("0", "-3", "many", "99999999999");
    private static final List<String> OUTPUTS = List.of("@", "@/list.csv/out.onnx", "/proc/out.onnx");
    private static final List<String> WEIGHTS =
            List.of("@/nothing", "@", "@/empty", "@/text.txt", "@/0.png", "@/cut.safetensors", "@/list.csv/x", "\0");
    private static final List<String> LISTS = List.of(
            "@/nothing",
            "@/nothing.csv",
            "@/empty",
            "@/text.txt",
            "@/lenet.safetensors",
            "@/missing.csv",
            "@/unreadable.csv",
            "@/link.csv",
            "@/outside.csv",
            "@/twice.csv",
            "@/bytes.csv",
            "@/hollow",
            "@/unreadable",
            "\0");
    private static final List<String> LABELLED =
            List.of("@/0.png", "@/photo.webp", "@/classless.csv", "@/classes.csv", "@/flat", "@/halfempty");

    /** What an option can't take, by its name; of those that differ by command, with the command in front. */
    private static final Map<String, List<String>> BAD = new TreeMap<>(Map.ofEntries(
            Map.entry("--batch", COUNTS),
            Map.entry("--burn-in", List.of("-1", "many")),
            Map.entry("--steps", COUNTS),
            Map.entry("--warmup", COUNTS),
            Map.entry("--epochs", COUNTS),
            Map.entry("--images", COUNTS),
            Map.entry("--patience", COUNTS),
            Map.entry("--minutes", COUNTS),
            Map.entry("--top", COUNTS),
            Map.entry("--rate", List.of("0", "-1", "NaN", "Infinity", "fast")),
            Map.entry("--split", List.of("0", "1", "-1", "NaN", "0.001", "half")),
            Map.entry("--seed", List.of("one", "99999999999999999999")),
            Map.entry("--network", List.of("lenet-5", "java.lang.String", "edgedetector", "nin")),
            Map.entry("train --network", List.of("lenet-5", "java.lang.String", "edgedetector")),
            Map.entry("summary --network", List.of("lenet-5", "java.lang.String")),
            Map.entry("shapes --network", List.of("lenet-5", "java.lang.String")),
            Map.entry("bench --network", List.of("lenet-5", "java.lang.String")),
            Map.entry("doctor --network", List.of("lenet-5", "java.lang.String")),
            Map.entry("import --network", List.of("lenet-5", "java.lang.String", "nin")),
            Map.entry("export --network", List.of("lenet-5", "java.lang.String", "nin")),
            Map.entry("--kernels", List.of("fast", "cuda")),
            Map.entry("doctor --kernels", List.of()), // A finding of the doctor's.
            Map.entry("--mode", List.of("learn")),
            Map.entry("--columns", List.of("depth")),
            Map.entry("--optimizer", List.of("lion")),
            Map.entry("--norms", List.of("none")),
            Map.entry("--names", List.of("keras", "torchvision")),
            Map.entry("summary --names", List.of()),
            Map.entry("import --pictures", List.of("blurred")),
            Map.entry("--weights", WEIGHTS),
            Map.entry("--from", WEIGHTS),
            Map.entry("--labels", List.of("@/nothing", "@", "@/empty", "@/0.png", "@/text.txt", "@/bytes.csv", "\0")),
            Map.entry("--data", Stream.concat(LISTS.stream(), LABELLED.stream()).toList()),
            Map.entry(
                    "--test-data",
                    Stream.concat(LISTS.stream(), LABELLED.stream()).toList()),
            Map.entry(
                    "--pictures",
                    Stream.concat(LISTS.stream(), Stream.of("@/photo.webp", "@/text.jpg"))
                            .toList()),
            Map.entry("--root", List.of("@/nothing", "@/0.png", "@/hollow", "\0")),
            Map.entry("--save", OUTPUTS),
            Map.entry("--to", List.of("@", "@/list.csv/out.onnx", "/proc/out.onnx", "@/out.txt")),
            Map.entry("--submission", OUTPUTS),
            Map.entry("--checkpoints", List.of("@/0.png", "/proc/run", "@/used")),
            Map.entry(
                    "--resume-from",
                    Stream.concat(WEIGHTS.stream(), Stream.of("@/lenet.safetensors"))
                            .toList()),
            Map.entry("--keep", List.of("worst")),
            Map.entry("--report", List.of())));

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @BeforeAll
    static void prepare() throws IOException {
        ImageDataset pictures = FashionMnist.bundledTrain().first(PICTURES);
        Training silent = Training.with(Optimizer.sgd(0.1)).epochs(1).listener(new TrainingListener() {});
        Path weights = folder.resolve("lenet.safetensors");
        try (Network network = LeNet28.train(pictures, silent.checkpoints(folder.resolve("used")))) {
            network.save(weights);
            network.exportTorch(folder.resolve("torch.safetensors"));
        }
        byte[] whole = Files.readAllBytes(weights);
        Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, whole.length - 100));
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
        Files.createFile(folder.resolve("empty"));
        Files.writeString(folder.resolve("text.txt"), "no picture, no list\nof anything\n\nat all\n");
        Files.writeString(folder.resolve("text.jpg"), "no picture at all");
        Files.writeString(folder.resolve("photo.webp"), "RIFF....WEBPVP8 ");
        Files.writeString(folder.resolve("missing.csv"), "image,label\nnothing.png,Bag\n");
        Files.writeString(folder.resolve("unreadable.csv"), "image,label\n0.png,Bag\ntext.txt,Bag\nphoto.webp,Bag\n");
        Files.writeString(folder.resolve("outside.csv"), "image,label\n../0.png,Bag\n");
        Files.writeString(folder.resolve("twice.csv"), "image,label\n0.png,Bag\n0.png,Bag\n");
        Files.writeString(folder.resolve("classless.csv"), "image\n0.png\n");
        Files.writeString(folder.resolve("classes.csv"), "image,label\n0.png,oak\n1.png,elm\n2.png,ash\n");
        Files.write(folder.resolve("bytes.csv"), new byte[] {'i', 'm', 'a', 'g', 'e', '\n', (byte) 0xe9, '\n'});
        Files.createSymbolicLink(folder.resolve("loop.png"), Path.of("loop.png"));
        Files.writeString(folder.resolve("link.csv"), "image,label\nloop.png,Bag\n");
        Files.createDirectories(folder.resolve("hollow"));
        Files.createDirectories(folder.resolve("halfempty/ash"));
        copy("0.png", "halfempty/oak/0.png");
        copy("0.png", "flat/0.png");
        copy("0.png", "unreadable/oak/0.png");
        copy("text.jpg", "unreadable/oak/1.jpg");
        copy("photo.webp", "unreadable/oak/2.webp");
    }

    private static void copy(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.copy(folder.resolve(from), folder.resolve(to));
    }

    /** One run: a command with one option that it can't take. */
    record Bad(String command, String option, String value) {
        String[] arguments() {
            List<String> arguments = new ArrayList<>(List.of(command));
            List<String> good = new ArrayList<>(Arrays.asList((GOOD.get(command) + " ").split(" +", 0)));
            int place = good.indexOf(option);
            if (place >= 0) {
                good.subList(place, place + 2).clear();
            }
            arguments.addAll(good);
            arguments.add(option);
            arguments.add(value);
            arguments.removeIf(String::isEmpty);
            return arguments.stream()
                    .map(argument -> argument.replace("@", folder.toString()))
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return (command + " " + option + " " + value).replace("\0", "(a zero)");
        }
    }

    static Stream<Bad> bad() {
        return GOOD.keySet().stream()
                .flatMap(command -> valued(command)
                        .flatMap(option ->
                                values(command, option).stream().map(value -> new Bad(command, option, value))));
    }

    private static List<String> values(String command, String option) {
        return BAD.getOrDefault(command + " " + option, BAD.getOrDefault(option, List.of()));
    }

    private static Stream<String> valued(String command) {
        return commandLine(command).getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName);
    }

    private static CommandLine commandLine(String command) {
        return Objects.requireNonNull(Netwright.commandLine().getSubcommands().get(command), command);
    }

    @Test
    void everyOptionOfEveryCommandIsWalked() {
        assertThat(GOOD.keySet())
                .isEqualTo(Netwright.commandLine().getSubcommands().keySet());
        assertThat(GOOD.keySet().stream().flatMap(BadInputTest::valued))
                .allSatisfy(option ->
                        assertThat(BAD.keySet()).anyMatch(key -> key.equals(option) || key.endsWith(" " + option)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatCannotBeMetIsALineInTheCommandsOwnWords(Bad bad) {
        assertLine(bad.command, Netwright.execute(bad.arguments()), bad.value);
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
        assertLine(command, Netwright.execute(all.toArray(String[]::new)), "");
    }

    /** A process of its own: the encoding of names is that of the process. */
    @DisabledOnOs(OS.WINDOWS)
    @Test
    void namesThatTheLanguageSettingsCannotTellAreALineWithWhatToSet() throws IOException, InterruptedException {
        copy("0.png", "b\u00e4ume/\u00e9rable/1.png");
        copy("0.png", "b\u00e4ume/oak/1.png");
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
                Netwright.class.getName(),
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
        assertThat(Netwright.execute(
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
                .contains("leave such pictures out with --skip-unreadable");
    }

    @Test
    void savedWeightsSayOfWhichNetworkTheyAreAndASinglePictureIsClassified() {
        assertThat(Netwright.execute(
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
        assertThat(Netwright.execute(
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
                .contains("left out: text.txt: expected a JPEG, PNG or BMP picture")
                .contains("left out: photo.webp: expected a JPEG, PNG or BMP picture, found a picture in WebP");
    }

    @Test
    void aFolderThatAnotherRunSavesInIsALine() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        try (CheckpointFolder held = CheckpointFolder.open(taken)) {
            assertThat(held.last()).doesNotExist();
            int code = Netwright.execute(
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
        CommandLine asked = commandLine(command);
        List<String> names = new ArrayList<>(List.of(folder.toString(), "/proc", "<experiment>"));
        asked.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
        assertThat(names).as(line).anyMatch(line::contains);
    }
}
