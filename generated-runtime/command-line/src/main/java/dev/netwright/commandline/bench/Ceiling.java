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
 * Peak performance of a kernel set on this machine: of a large 5x3 convolution, for which Winograd's algorithm isn't
 * used, and of a large matrix product. Layers whose algorithm needs fewer multiplications than their definition can
 * exceed it.
 *
 * @param convolution GFLOP/s of the fastest convolution call
 * @param matrixProduct GFLOP/s of the fastest matrix product
 */
public record Ceiling(double convolution, double matrixProduct) {
    private static final int WARMUPS = 3;
    private static final int CALLS = 10;
    private static final double OPERATIONS_PER_MILLISECOND = 1e6;

    /**
     * Measures both, which takes some seconds.
     *
     * @param kernels the kernel set
     * @return the ceiling
     */
    public static Ceiling measure(KernelSet kernels) {
        return new Ceiling(
                gflops(kernels, CeilingProbe.convolution(32, 26, 96, 256)),
                gflops(kernels, CeilingProbe.matrixProduct(512, 4096)));
    }

    /** {@return the larger number in GFLOP/s} */
    public double gflops() {
        return Math.max(convolution, matrixProduct);
    }

    /** Milliseconds that a number of operations take at peak performance. */
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
