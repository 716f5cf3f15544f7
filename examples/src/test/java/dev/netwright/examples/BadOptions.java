package dev.netwright.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command, and what it can't take; {@code @} is the folder of {@link BadFiles}. */
final class BadOptions {
    /** What each command is given otherwise. */
    private static final Map<String, String> GOOD = new TreeMap<>(Map.ofEntries(
            Map.entry("bench", "--network lenet --batch 2 --steps 1 --warmup 1"),
            Map.entry("benchmark", "--batch 1"),
            Map.entry("compare", "@/run @/run"),
            Map.entry("doctor", ""),
            Map.entry("duplicates", "--data @/list.csv"),
            Map.entry("evaluate", "--weights @/lenet.safetensors --data @/list.csv"),
            Map.entry("exercises", ""),
            Map.entry("experiment", "lenet --bundled --images 20 --epochs 1"),
            Map.entry("export", "--weights @/lenet.safetensors --to @/out.onnx"),
            Map.entry("features", "--weights @/lenet.safetensors --data @/list.csv --to @/out.csv"),
            Map.entry("import", "--network lenet --from @/torch.safetensors --save @/out.safetensors"),
            Map.entry("new", "@/new-program --package garments"),
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
            Map.entry("--rate", List.of("0", "-1", "NaN", "Infinity", "1e39", "1e-46", "fast")),
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
            Map.entry("--optimizer", List.of("tiger")),
            Map.entry("--layer-rates", List.of("layer", "=1", "f7=0", "f7=NaN", "f7=fast", "nothing=2")),
            Map.entry("--norms", List.of("none")),
            Map.entry(
                    "--package", List.of("Garments", "1st", "a..b", "a-b", "class", "java.garments", "main", "string")),
            Map.entry("--names", List.of("keras", "torchvision")),
            Map.entry("summary --names", List.of()),
            Map.entry("import --pictures", List.of("blurred")),
            Map.entry("--weights", WEIGHTS),
            Map.entry("--from", WEIGHTS),
            Map.entry("--colours", List.of("ff0000", "red", "ff00", "#ff0000,00ff00", "")),
            Map.entry("--ignore", List.of("-1", "256", "red", "")),
            Map.entry("--masks", List.of("@/0.png", "/proc/masks")),
            Map.entry("--labels", List.of("@/nothing", "@", "@/empty", "@/0.png", "@/text.txt", "@/bytes.csv", "\0")),
            Map.entry("--data", Stream.concat(LISTS.stream(), LABELLED.stream()).toList()),
            Map.entry( // The classes may be any.
                    "duplicates --data",
                    Stream.concat(LISTS.stream(), LABELLED.stream())
                            .filter(list -> !list.equals("@/classes.csv"))
                            .toList()),
            Map.entry(
                    "duplicates --test-data",
                    Stream.concat(LISTS.stream(), LABELLED.stream())
                            .filter(list -> !list.equals("@/classes.csv"))
                            .toList()),
            Map.entry(
                    "features --data",
                    Stream.concat(LISTS.stream(), Stream.of("@/0.png", "@/photo.webp", "@/classless.csv", "@/flat"))
                            .toList()),
            Map.entry("--stage", List.of("s44", "encoder")),
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
            Map.entry("--threshold", List.of("0", "1", "-0.5", "NaN", "many")),
            Map.entry("--bits", List.of("-1", "16", "many")),
            Map.entry(
                    "--folds",
                    Stream.concat(COUNTS.stream(), Stream.of("1", "1000")).toList()),
            Map.entry("--page", OUTPUTS),
            Map.entry("--keep", List.of("worst")),
            Map.entry("--best", List.of("speed", "TEST")),
            Map.entry("--initializer", List.of("zeros")),
            Map.entry("--loss-averaging", List.of("sums")),
            Map.entry("--start-from", WEIGHTS),
            Map.entry("--freeze-through", List.of("stem", "outputBlock")),
            Map.entry("--weight-decay", List.of("-1", "NaN", "1e39", "1e-46", "some")),
            Map.entry("--clip-norm", List.of("0", "-1", "NaN", "1e39", "some")),
            Map.entry("--mixup", List.of("0", "-1", "NaN", "1e39", "some")),
            Map.entry("--cutmix", List.of("0", "-1", "NaN", "1e39", "some")),
            Map.entry("--accumulate", COUNTS),
            Map.entry("--average-weights", List.of("-0.1", "1", "NaN", "some")),
            Map.entry("--label-smoothing", List.of("-0.1", "1", "0.99999999999", "NaN", "some")),
            Map.entry("--class-weights", List.of("-1,1", "0,0", "some", "1,", "1,2")),
            Map.entry("--positive-weights", List.of("-1,1", "0,0", "some", "1,", "1,2")),
            Map.entry("--loading-workers", COUNTS),
            Map.entry("--report", List.of())));

    private BadOptions() {}

    /** Names of all commands that have an entry. */
    static Set<String> commands() {
        return GOOD.keySet();
    }

    /** Whether there are values for an option, if only for one command. */
    static boolean has(String option) {
        return BAD.keySet().stream().anyMatch(key -> key.equals(option) || key.endsWith(" " + option));
    }

    /** Every command with everything that one of its options can't take. */
    static Stream<Bad> all() {
        return GOOD.keySet().stream()
                .flatMap(command -> valued(command)
                        .flatMap(option ->
                                values(command, option).stream().map(value -> new Bad(command, option, value))));
    }

    /** The options of a command that take a value. */
    static Stream<String> valued(String command) {
        return commandLine(command).getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName);
    }

    private static List<String> values(String command, String option) {
        return BAD.getOrDefault(command + " " + option, BAD.getOrDefault(option, List.of()));
    }

    /** A command with its options. */
    static CommandLine commandLine(String command) {
        return Objects.requireNonNull(Tutorials.commandLine().getSubcommands().get(command), command);
    }

    /** One run: a command with one option that it can't take. */
    record Bad(String command, String option, String value) {
        String[] arguments(Path folder) {
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
}
