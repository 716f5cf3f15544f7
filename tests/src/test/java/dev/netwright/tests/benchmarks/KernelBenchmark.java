package dev.netwright.tests.benchmarks;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernel;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.tests.kernels.InterpretedPrograms;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Forward and backward of one kernel by itself, by its sizes, on each kernel set. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int SEED = 0;

    /** Name of the kernel set. */
    @Param({"onednn", "nd4j"})
    public String kernels = "";

    /** Name of the layer. */
    @Param({
        "stem-11x11-1x224-to-96",
        "stem-7x7-1x96-to-64",
        "stem-5x5-1x28-to-6",
        "stem-3x3-1x224-to-16",
        "conv-3x3-64x56-to-128",
        "conv-3x3-384x12-to-384",
        "conv-5x5-96x26-to-256",
        "conv-1x1-192x28-to-64",
        "max-pool-3x3-96x54",
        "average-pool-2x2-96x24",
        "adaptive-pool-64x56-to-6",
        "upsample-bilinear-64x28-by-2",
        "transposed-2x2-64x28-to-32",
        "shuffle-4-240x28",
        "split-2-240x28",
        "gate-144x56",
        "norm-relu-64x48",
        "layer-norm-96x56",
        "group-norm-32-256x14",
        "layer-scale-96x56",
        "stochastic-depth-96x56",
        "linear-6400-to-4096",
        "linear-4096-to-10"
    })
    public String layer = "";

    private @Nullable ParameterMemory memory;
    private @Nullable Workspace workspace;
    private @Nullable TrainingKernel kernel;

    /** Runs a whole step, so that every value and gradient that the kernel reads is there. */
    @Setup(Level.Trial)
    public void bind() {
        BenchmarkedLayer benchmarked = BenchmarkedLayer.named(layer);
        NetworkLayers network = BenchmarkedNetwork.of(benchmarked);
        KernelSet set = KernelSets.named(kernels);
        ParameterTable table = ParameterTable.of(network);
        CounterRandom random = CounterRandom.seeded(SEED);
        ParameterMemory parameters = set.allocate(table);
        memory = parameters;
        for (Parameter parameter : table.tensors()) {
            parameters.write(parameter, Initializer.XAVIER_UNIFORM.values(parameter, random));
        }
        Programs programs = InterpretedPrograms.of(network).with(this::taken, UnaryOperator.identity());
        Workspace bound = set.workspace(parameters, programs, SEED);
        workspace = bound;
        bound.reserve(Mode.TRAINING, benchmarked.batch());
        TrainingSession session = bound.training(benchmarked.batch());
        float[] images =
                new float[benchmarked.batch() * network.images().shape().size()];
        random.fillGaussian(RandomStream.NOISE, 0, images, 0, images.length, 0);
        session.load(images, new int[benchmarked.batch()], 0);
        session.program().forward();
        session.program().backward();
    }

    /** The layer's own kernel may run again and again, before and after whole steps. */
    private TrainingKernels taken(TrainingKernels all) {
        kernel = all.of(BenchmarkedLayer.LAYER);
        return all;
    }

    /** Output from input. */
    @Benchmark
    public void forward() {
        Objects.requireNonNull(kernel).forward();
    }

    /** Gradients of input and parameters from the gradient of the output. */
    @Benchmark
    public void backward() {
        Objects.requireNonNull(kernel).backward();
    }

    /** Frees the native memory. */
    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(workspace).close();
        Objects.requireNonNull(memory).close();
    }
}
