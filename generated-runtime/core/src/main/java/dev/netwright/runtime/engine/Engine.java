package dev.netwright.runtime.engine;

import dev.netwright.runtime.kernel.KernelSet;
import java.util.List;

/**
 * A library of kernels in an artifact of its own, which {@link java.util.ServiceLoader} finds. An implementation has a
 * public constructor without parameters, which loads nothing; {@link #kernels} loads the native libraries.
 */
public interface Engine {
    /**
     * The name by which options choose the engine.
     *
     * @return such as {@code onednn}
     */
    String name();

    /**
     * The release that the engine was compiled for: {@link Release#VERSION}, which javac copies into the engine's
     * class.
     *
     * @return a version as in a POM
     */
    String version();

    /**
     * The engine's place in the default choice: of the engines that can compute here, the one with the highest rank
     * does.
     *
     * @return 300 for CUDA, less for engines on the CPU
     */
    int rank();

    /**
     * What the engine's presence on the class path means for a program that chooses no engine.
     *
     * @param libraries sees the jars of the native libraries
     * @return {@link Presence#OFFERED} by default
     */
    default Presence presence(ClassLoader libraries) {
        return Presence.OFFERED;
    }

    /** What an engine's presence on the class path means. */
    enum Presence {
        /** The engine computes if it can and no faster engine can. */
        OFFERED,
        /**
         * Whoever adds the engine's libraries wants it: if it can't compute, that is an error, and no other engine is
         * used instead.
         */
        ASKED_FOR,
        /** The engine computes only if a program chooses it by name. */
        LEFT_OUT
    }

    /**
     * The engine's kernels. The first call loads the native libraries.
     *
     * @param libraries sees the jars of the native libraries
     * @return the kernels
     * @throws EngineUnavailableException if they can't compute on this machine
     */
    KernelSet kernels(ClassLoader libraries);

    /**
     * The native libraries that the engine finds, for a person who looks for a fault.
     *
     * @param libraries sees the jars of the native libraries
     * @return a line for each library, with its version and the platforms of its native jars
     */
    List<String> libraries(ClassLoader libraries);
}
