package dev.netwright.cuda;

import dev.netwright.runtime.engine.Engine;
import dev.netwright.runtime.engine.Release;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.NativeJars;
import java.util.List;

/** The engine of ND4J's kernels on an NVIDIA GPU. It never computes on the CPU instead. */
public final class CudaEngine implements Engine {
    private static final int RANK = 300;

    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public CudaEngine() {}

    @Override
    public String name() {
        return CudaRequest.NAME;
    }

    @Override
    public String version() {
        return Release.VERSION;
    }

    @Override
    public int rank() {
        return RANK;
    }

    /** Asked for, because ND4J alone would silently fall back to its CPU backend. */
    @Override
    public Presence presence(ClassLoader libraries) {
        return NativeJars.seenBy(libraries).hasCudaBackend() ? Presence.ASKED_FOR : Presence.LEFT_OUT;
    }

    @Override
    public KernelSet kernels(ClassLoader libraries) {
        return CudaRequest.kernels(libraries);
    }

    @Override
    public List<String> libraries(ClassLoader libraries) {
        return List.of("nd4j-cuda-11.6: "
                + NativeJars.text(NativeJars.seenBy(libraries).nd4jCuda()));
    }
}
