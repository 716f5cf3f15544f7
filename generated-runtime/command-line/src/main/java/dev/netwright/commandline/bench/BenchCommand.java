package dev.netwright.commandline.bench;

import dev.netwright.commandline.argument.NetworkArgument;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Times steps of networks on a kernel set and compares them with the machine's ceiling. */
@Command(
        name = "bench",
        description = "Times steps of networks and compares them with this machine's ceiling.",
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
    private static final String EVERY_WORKLOAD = "all";

    private final Function<KernelSet, Ceiling> ceilings;

    @Option(
            names = "--network",
            paramLabel = "<name>",
            required = true,
            split = ",",
            description = "One or several: all, a workload, an experiment, or the full name of a generated class.")
    private List<String> networks = List.of();

    @Option(
            names = "--batch",
            paramLabel = "<images>",
            description = "Images per step, except for infer1 (default: the workload's; 32 for any other network).")
    private @Nullable Integer batch;

    @Option(
            names = "--mode",
            paramLabel = "<mode>",
            split = ",",
            description = "One or several: ${COMPLETION-CANDIDATES}; infer1 is infer with one image (default: train).")
    private List<StepMode> modes = List.of(StepMode.TRAIN);

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "onednn, nd4j or cuda (default: the fastest available).")
    private @Nullable String kernels;

    @Option(
            names = "--steps",
            paramLabel = "<count>",
            description = "Timed steps (default: at least 10 and 4 seconds, fewer if they are slow).")
    private @Nullable Integer steps;

    @Option(
            names = "--warmup",
            paramLabel = "<count>",
            description = "Warm-up steps, at least 1 (default: at least 5 and 2 seconds, fewer if they are slow).")
    private @Nullable Integer warmups;

    @Option(names = "--layers", description = "Also times each layer, in separate steps.")
    private boolean isOfLayers;

    @Option(names = "--json", description = "Prints a line of JSON for each run instead of the table.")
    private boolean isJson;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "Seed of weights, images, labels and dropout (default: ${DEFAULT-VALUE}).")
    private long seed;

    @SuppressWarnings("UnusedVariable") // Picocli uses it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    /**
     * Creates the command.
     *
     * @param ceilings measures a kernel set's peak performance, once for all runs
     */
    public BenchCommand(Function<KernelSet, Ceiling> ceilings) {
        this.ceilings = ceilings;
    }

    @Override
    public Integer call() {
        WholeNumber.require("--batch", batch, 1);
        WholeNumber.require("--steps", steps, 1);
        WholeNumber.require("--warmup", warmups, 1);
        List<Workload> workloads = networks.stream().flatMap(this::workloads).toList();
        Pace pace = new Pace(optional(warmups), optional(steps));
        KernelSet chosen = kernels == null ? KernelSets.preferred() : KernelSets.named(kernels);
        run(new Bench(chosen, pace, seed), workloads);
        return ExitCode.OK;
    }

    /** The ceiling is measured after the first run, so that its memory doesn't count as that run's. */
    private void run(Bench bench, List<Workload> workloads) {
        @Nullable Ceiling ceiling = null;
        for (Workload workload : workloads) {
            for (StepMode mode : modes) {
                Measurement measured = bench.measure(workload, mode);
                Optional<LayerProfile> profile =
                        isOfLayers ? Optional.of(bench.profile(workload, mode)) : Optional.empty();
                if (ceiling == null) {
                    ceiling = ceilings.apply(bench.kernels());
                    printHeader(ceiling);
                }
                print(new BenchResult(measured, ceiling, profile));
            }
        }
    }

    private void printHeader(Ceiling ceiling) {
        if (!isJson) {
            System.out.println(ResultTable.ceiling(ceiling));
            System.out.println(ResultTable.header());
        }
    }

    private void print(BenchResult result) {
        List<String> lines = isJson ? List.of(ResultJson.line(result)) : ResultTable.lines(result);
        lines.forEach(System.out::println);
    }

    private Stream<Workload> workloads(String name) {
        Stream<Workload> named = name.equals(EVERY_WORKLOAD) ? Workloads.all().stream() : Stream.of(workload(name));
        return named.map(workload -> batch == null ? workload : workload.withBatch(batch));
    }

    private static Workload workload(String name) {
        return Workloads.find(name).orElseGet(() -> ofNetwork(name));
    }

    /** A network that is also a workload is benchmarked as that workload. */
    private static Workload ofNetwork(String name) {
        NetworkType<?> type;
        try {
            type = new NetworkArgument().convert(name);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(
                    "--network: " + e.getMessage() + "; workloads are " + Workloads.names() + ", or " + EVERY_WORKLOAD
                            + " of them",
                    e);
        }
        return Workloads.all().stream()
                .filter(workload -> workload.type() == type)
                .findFirst()
                .orElseGet(() -> Workload.ofType(name, type));
    }

    private static OptionalInt optional(@Nullable Integer count) {
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
