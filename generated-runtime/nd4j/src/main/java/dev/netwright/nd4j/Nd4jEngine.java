package dev.netwright.nd4j;

import dev.netwright.runtime.engine.Engine;
import dev.netwright.runtime.engine.Release;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.NativeJars;
import java.util.List;

/** The engine of ND4J's operations: it computes every operation, on every platform that ND4J has a library for. */
public final class Nd4jEngine implements Engine {
    private static final int RANK = 100;

    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public Nd4jEngine() {}

    @Override
    public String name() {
        return Nd4jKernelSet.NAME;
    }

    @Override
    public String version() {
        return Release.VERSION;
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public KernelSet kernels(ClassLoader libraries) {
        return Nd4jKernelSet.create(libraries);
    }

    @Override
    public List<String> libraries(ClassLoader libraries) {
        NativeJars jars = NativeJars.seenBy(libraries);
        return List.of("nd4j-api " + jars.version("org.nd4j", "nd4j-api").orElse("of an unknown version")
                + "; nd4j-native: " + NativeJars.text(jars.nd4jCpu()) + "; nd4j-cuda-11.6: "
                + NativeJars.text(jars.nd4jCuda()));
    }
}
