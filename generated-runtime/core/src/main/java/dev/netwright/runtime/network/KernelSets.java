package dev.netwright.runtime.network;

import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.kernel.KernelSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The kernel sets that a program can choose from, and the one it gets if it doesn't choose. */
public final class KernelSets {
    /** Names the kernel set of programs that don't choose one. */
    static final String PROPERTY = "netwright.kernels";

    private static final System.Logger LOG = System.getLogger(KernelSets.class.getName());

    /** The reason that was last logged for kernels in place of faster ones: a process logs it once. */
    private static final AtomicReference<@Nullable String> LOGGED = new AtomicReference<>();

    private KernelSets() {}

    /**
     * The kernels that {@code -Dnetwright.kernels} names, else those of the fastest engine on the class path that can compute here. If a
     * faster one can't, the kernels say why ({@link KernelSet#fallbackReason()}), and so does the log, once.
     *
     * @throws IllegalArgumentException if the property names none
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if there is no engine, or none can compute here
     */
    public static KernelSet preferred() {
        return chosen(Engines.present(), Optional.empty()).kernels();
    }

    /**
     * The same with the engines and native libraries that a class loader sees, for hosts of plug-ins, whose context class loader sees none.
     * A native library is loaded once in a process: the first call decides which.
     *
     * @throws IllegalArgumentException if the property names none
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if there is no engine, or none can compute here
     */
    public static KernelSet preferred(ClassLoader engines) {
        return chosen(Engines.seenBy(engines), Optional.empty()).kernels();
    }

    /**
     * The kernels of a name.
     *
     * @throws IllegalArgumentException if there are none, naming those there are
     * @throws dev.netwright.runtime.engine.EngineUnavailableException if their engine isn't on the class path or can't compute here
     */
    public static KernelSet named(String name) {
        return chosen(Engines.present(), Optional.of(name)).kernels();
    }

    /**
     * Kernels and the reason for the choice.
     *
     * @param name of the kernels; empty for the preferred ones
     * @throws IllegalArgumentException if there are none of that name
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
