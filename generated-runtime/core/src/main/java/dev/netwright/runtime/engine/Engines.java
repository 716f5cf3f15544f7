package dev.netwright.runtime.engine;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.KernelSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engines that a class loader sees, and the choice among them. */
public final class Engines {
    /** This project's engines and the artifacts that contain them. */
    private static final Map<String, String> ARTIFACTS = new LinkedHashMap<>();

    static {
        ARTIFACTS.put("onednn", "netwright-cpu");
        ARTIFACTS.put("nd4j", "netwright-nd4j-cpu");
        ARTIFACTS.put("cuda", "netwright-gpu");
    }

    private static final String NONE = "no engine is on the class path, so nothing can compute";
    private static final String ADD =
            "add the dependency dev.netwright:netwright-cpu, or dev.netwright:netwright-gpu for a GPU";

    private final ClassLoader loader;
    private final List<Engine> engines;
    /** Why engines on the class path can't be used with this runtime. */
    private final List<String> broken;

    private Engines(ClassLoader loader, List<Engine> engines, List<String> broken) {
        this.loader = loader;
        this.engines = engines;
        this.broken = broken;
    }

    /**
     * Kernels and the reason for the choice.
     *
     * @param kernels of the chosen engine
     * @param reason a sentence without its full stop, such as {@code onednn is the only engine on the class path}
     */
    public record Choice(KernelSet kernels, String reason) {}

    /**
     * The engines that this class's loader sees, or, if it sees none, those of the thread's context class loader. No
     * native library is loaded.
     *
     * @return the engines; those of another release are left out, and {@link #findings()} says so
     */
    public static Engines present() {
        ClassLoader own = Engines.class.getClassLoader();
        Engines seen = seenBy(own);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return seen.isEmpty() && context != null && context != own ? seenBy(context) : seen;
    }

    /**
     * The engines that a class loader sees. No native library is loaded.
     *
     * @param loader the class loader, such as a plug-in's
     * @return the engines; those of another release are left out, and {@link #findings()} says so
     */
    public static Engines seenBy(ClassLoader loader) {
        List<Engine> engines = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        Iterator<Engine> providers = ServiceLoader.load(Engine.class, loader).iterator();
        while (true) {
            // A provider that can't be loaded fails here; the next call continues behind it.
            try {
                if (!providers.hasNext()) {
                    break;
                }
                Engine engine = providers.next();
                if (engine.version().equals(Release.VERSION)) {
                    engines.add(engine);
                } else {
                    broken.add(otherRelease(engine));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add("an engine can't be loaded: " + NativeLibraryFault.reason(e));
            }
        }
        engines.sort(Comparator.comparingInt(Engine::rank).reversed());
        return new Engines(loader, engines, broken);
    }

    private static String otherRelease(Engine engine) {
        return "the engine " + engine.name() + " is of version " + engine.version()
                + ", and netwright-runtime is of version " + Release.VERSION
                + "; give all artifacts of dev.netwright one version";
    }

    private boolean isEmpty() {
        return engines.isEmpty() && broken.isEmpty();
    }

    /**
     * The engines of this release.
     *
     * @return an unmodifiable list, the highest rank first
     */
    public List<Engine> all() {
        return List.copyOf(engines);
    }

    /**
     * The libraries of each engine, and why engines of the class path aren't used.
     *
     * @return a line for each
     */
    public List<String> findings() {
        return Stream.concat(
                        engines.stream()
                                .flatMap(engine ->
                                        engine.libraries(loader).stream().map(line -> engine.name() + ": " + line)),
                        broken.stream())
                .toList();
    }

    /**
     * The default choice: the engine with the highest rank that can compute here. An engine that is
     * {@linkplain Engine.Presence#ASKED_FOR asked for} computes or fails; no other engine is used instead.
     *
     * @return the kernels and the reason for the choice
     * @throws EngineUnavailableException if there is no engine, or none can compute; the message has the reason of each
     */
    public Choice preferred() {
        Map<String, String> failed = new LinkedHashMap<>();
        List<Engine> considered = considered();
        for (Engine engine : considered) {
            try {
                KernelSet kernels = engine.kernels(loader);
                return failed.isEmpty() && broken.isEmpty()
                        ? new Choice(kernels, reason(engine, considered))
                        : inPlaceOfFaster(engine, kernels, failed);
            } catch (EngineUnavailableException e) {
                if (engine.presence(loader) == Engine.Presence.ASKED_FOR || considered.size() == 1) {
                    throw e;
                }
                failed.put(engine.name(), e.reason());
            }
        }
        throw none(failed);
    }

    private Choice inPlaceOfFaster(Engine engine, KernelSet kernels, Map<String, String> failed) {
        String reason = faults(
                failed, (name, fault) -> "the kernels of " + name + ", which are faster, are not used: " + fault);
        return new Choice(new FallbackKernels(kernels, reason), engine.name() + " computes because " + reason);
    }

    /** Why engines that are on the class path can't compute. */
    private String faults(Map<String, String> failed, BinaryOperator<String> worded) {
        Stream<String> reasons =
                failed.entrySet().stream().map(fault -> worded.apply(fault.getKey(), fault.getValue()));
        return Stream.concat(reasons, broken.stream()).collect(Collectors.joining("; "));
    }

    private List<Engine> considered() {
        return engines.stream()
                .filter(engine -> engine.presence(loader) != Engine.Presence.LEFT_OUT)
                .toList();
    }

    private static String reason(Engine chosen, List<Engine> considered) {
        if (considered.size() == 1) {
            return chosen.name() + " is the only engine on the class path";
        }
        String others = considered.stream()
                .map(Engine::name)
                .filter(name -> !name.equals(chosen.name()))
                .collect(Collectors.joining(" and "));
        return chosen.name() + " is preferred to " + others + ", which " + (considered.size() == 2 ? "is" : "are")
                + " on the class path too";
    }

    private EngineUnavailableException none(Map<String, String> failed) {
        if (failed.isEmpty() && broken.isEmpty()) {
            return new EngineUnavailableException(NONE + "; " + ADD, NONE, null);
        }
        String reasons = faults(failed, (name, fault) -> name + ": " + fault);
        return new EngineUnavailableException("no engine can compute here: " + reasons, reasons, null);
    }

    /**
     * The engine of a name.
     *
     * @param name such as {@code onednn}
     * @return its kernels and the reason for the choice
     * @throws IllegalArgumentException if no engine has this name
     * @throws EngineUnavailableException if the engine isn't on the class path or can't compute here
     */
    public Choice named(String name) {
        for (Engine engine : engines) {
            if (engine.name().equals(name)) {
                return new Choice(engine.kernels(loader), name + " was chosen");
            }
        }
        String artifact = ARTIFACTS.get(name);
        if (artifact == null) {
            throw new SettingException(
                    "there are no kernels called '" + name + "'",
                    Fix.of("choose one of " + String.join(", ", names()) + " with ", Setting.KERNELS));
        }
        String add = "add the dependency dev.netwright:" + artifact;
        String reason = broken.isEmpty()
                ? "the engine " + name + " isn't on the class path; " + add
                : "the engine " + name + " can't be used: " + String.join("; ", broken) + "; if it is missing, " + add;
        throw new EngineUnavailableException(reason, reason, null);
    }

    private List<String> names() {
        return Stream.concat(ARTIFACTS.keySet().stream(), engines.stream().map(Engine::name))
                .distinct()
                .toList();
    }
}
