package dev.netwright.runtime.network;

import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.kernel.KernelSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Chooses a kernel set: by name, by the system property, or the fastest that can compute on this machine. */
public final class KernelSets {
    /** Names the kernel set of programs that don't choose one. */
    static final String PROPERTY = "netwright.kernels";

    private static final System.Logger LOG = System.getLogger(KernelSets.class.getName());

    /** The reason that was last logged for kernels in place of faster ones: a process logs it once. */
    private static final AtomicReference<@Nullable String> LOGGED = new AtomicReference<>();

    private KernelSets() {}

    /**
     * The kernels that {@code -Dnetwright.kernels} names, or else those of the fastest engine on the class path that
     * can compute here. If a faster engine can't, the kernels give the reason ({@link KernelSet#fallbackReason()}),
     * which is also logged once as a warning.
     *
     * @return the kernels
     * @throws IllegalArgumentException if the property's value is no kernel set's name
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if there is no engine, or none can compute here
     */
    public static KernelSet preferred() {
        return chosen(Engines.present(), Optional.empty()).kernels();
    }

    /**
     * The same as {@link #preferred()} with the engines and native libraries that a class loader sees. It is for hosts
     * of plug-ins, where the context class loader sees no engine. A process loads a native library once, so the first
     * call decides which.
     *
     * @param engines the class loader, such as a plug-in's
     * @return the kernels
     * @throws IllegalArgumentException if the property's value is no kernel set's name
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if there is no engine, or none can compute here
     */
    public static KernelSet preferred(ClassLoader engines) {
        return chosen(Engines.seenBy(engines), Optional.empty()).kernels();
    }

    /**
     * The kernels of a name.
     *
     * @param name such as {@code onednn}, {@code nd4j} or {@code cuda}
     * @return the kernels
     * @throws IllegalArgumentException if no kernels have this name; the message lists all names
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if their engine isn't on the class path or can't
     *     compute here
     */
    public static KernelSet named(String name) {
        return chosen(Engines.present(), Optional.of(name)).kernels();
    }

    /**
     * Kernels and the reason for the choice.
     *
     * @param engines the engines to choose from
     * @param name the kernels' name; empty for the preferred ones
     * @return the kernels and the reason
     * @throws IllegalArgumentException if no kernels have this name
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if there is no engine, or it can't compute here
     */
    public static Engines.Choice chosen(Engines engines, Optional<String> name) {
        String wanted = name.orElse(System.getProperty(PROPERTY));
        if (wanted != null) {
            return engines.named(wanted);
        }
        Engines.Choice choice = engines.preferred();
        choice.kernels()
                .fallbackReason()
                .filter(reason -> !reason.equals(LOGGED.getAndSet(reason)))
                .ifPresent(reason -> LOG.log(System.Logger.Level.WARNING, reason));
        return choice;
    }
}
