package dev.netwright.commandline.bench;

import dev.netwright.commandline.timing.LayerTimes;
import dev.netwright.commandline.timing.TimedKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.random.CounterRandom;

/**
 * The most that a kernel set gets out of this machine, in GFLOP/s of its fastest call: a large convolution of 5x5, to which
 * Winograd's algorithm doesn't apply, and a large matrix product. Layers that are computed with fewer multiplications than
 * their definition has go beyond it.
 */
public record Ceiling(double convolution, double matrixProduct) {
    private static final int WARMUPS = 3;
    private static final int CALLS = 10;
    private static final double OPERATIONS_PER_MILLISECOND = 1e6;

    /** Measures both, which takes some seconds. */
    public static Ceiling measure(KernelSet kernels) {
        return new Ceiling(
                gflops(kernels, CeilingProbe.convolution(32, 26, 96, 256)),
                gflops(kernels, CeilingProbe.matrixProduct(512, 4096)));
    }

    /** The larger of the two. */
    public double gflops() {
        return Math.max(convolution, matrixProduct);
    }

    /** Milliseconds that so many operations take at least, but for algorithms that need fewer. */
    double floorMillis(double operations) {
        return operations / (gflops() * OPERATIONS_PER_MILLISECOND);
    }

    static double gflops(KernelSet kernels, CeilingProbe probe) {
        LayerTimes times = new LayerTimes();
        KernelSet timed = new TimedKernelSet(kernels, times);
        CounterRandom random = CounterRandom.seeded(0);
        try (ParameterMemory memory = timed.allocate(probe.parameters())) {
            for (Parameter parameter : probe.parameters().tensors()) {
                memory.write(parameter, Initializer.XAVIER_UNIFORM.values(parameter, random));
            }
            try (Workspace workspace = timed.workspace(memory, probe.programs(), 0)) {
                workspace.reserve(Mode.INFERENCE, probe.batch());
                InferenceSession session = workspace.inference(probe.batch());
                session.load(NoiseBatch.images(probe.images(), probe.batch(), 0));
                for (int call = 0; call < WARMUPS + CALLS; call++) {
                    session.program().forward();
                }
            }
        }
        double fastest = times.of(CeilingProbe.LAYER).forward().leastMillis();
        return 2.0 * probe.multiplyAdds() / (fastest * OPERATIONS_PER_MILLISECOND);
    }
}
