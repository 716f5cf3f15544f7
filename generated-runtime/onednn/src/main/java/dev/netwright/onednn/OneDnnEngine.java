package dev.netwright.onednn;

import dev.netwright.runtime.engine.Engine;
import dev.netwright.runtime.engine.Release;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.NativeJars;
import java.util.List;

/** The engine of oneDNN's primitives, the fastest on x86-64 CPUs with AVX2. */
public final class OneDnnEngine implements Engine {
    private static final int RANK = 200;

    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public OneDnnEngine() {}

    @Override
    public String name() {
        return OneDnnKernelSet.NAME;
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
        return OneDnnKernelSet.create(libraries);
    }

    @Override
    public List<String> libraries(ClassLoader libraries) {
        NativeJars jars = NativeJars.seenBy(libraries);
        return List.of("dnnl " + jars.version("org.bytedeco", "dnnl").orElse("of an unknown version") + ": "
                + NativeJars.text(jars.oneDnn()));
    }
}
