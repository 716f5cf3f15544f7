package dev.netwright.runtime.engine;

import dev.netwright.runtime.kernel.KernelSet;
import java.util.List;

/**
 * A library of kernels, in an artifact of its own that {@link java.util.ServiceLoader} finds. An implementation has a public constructor without
 * parameters that loads nothing: native libraries are loaded by {@link #kernels}.
 */
public interface Engine {
    /** What options call it, such as {@code onednn}. */
    String name();

    /**
     * The release that the engine was compiled for: {@link Release#VERSION}, which javac copies into the engine's class.
     *
     * @return a version as in a POM
     */
    String version();

    /** Where no engine was chosen, the one with the highest rank computes. */
    int rank();

    /**
     * What a program that chooses no engine means by having this one on its class path.
     *
     * @param libraries sees the jars of the native libraries
     */
    default Presence presence(ClassLoader libraries) {
        return Presence.OFFERED;
    }

    /** What an engine's presence on the class path means. */
    enum Presence {
        /** It computes if it can and no faster engine does. */
        OFFERED,
        /** Its libraries ask for it: if it can't compute, that is an error, and no other engine takes its place. */
        ASKED_FOR,
        /** It computes where it is chosen by name only. */
        LEFT_OUT
    }

    /**
     * The engine's kernels; its native libraries are loaded at the first call.
     *
     * @param libraries sees the jars of the native libraries
     * @throws EngineUnavailableException if they can't compute on this machine
     */
    KernelSet kernels(ClassLoader libraries);

    /**
     * The libraries that it finds, for a person who looks for a fault: a line for each with its version and the platforms of its native jars.
     *
     * @param libraries sees the jars of the native libraries
     */
    List<String> libraries(ClassLoader libraries);
}
