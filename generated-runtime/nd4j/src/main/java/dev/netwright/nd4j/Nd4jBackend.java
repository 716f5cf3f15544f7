package dev.netwright.nd4j;

import dev.netwright.runtime.engine.NativeLibraryFault;
import dev.netwright.runtime.engine.memory.JavaCppLimits;
import dev.netwright.runtime.machine.CudaSupport;
import dev.netwright.runtime.machine.NativeJars;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.runtime.machine.ThreadCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

/** Starts ND4J once, with the limits that a user's {@code main} would otherwise have to pass as flags. */
final class Nd4jBackend {
    /** ND4J's native library has no version that Java can read; the build uses this one. */
    private static final String VERSION = "1.0.0-M2.1";

    /** The file by which ND4J finds its backend. */
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private static final String LOG_START = "org.nd4j.log.initialization";

    private Nd4jBackend() {}

    /** The first failure to start; the JVM doesn't initialize a class a second time, and then gives no reason. */
    private static @Nullable BackendException failure;

    private static boolean isStarted;

    /** Loads the backend that this class's loader sees, or else the context's; see {@link #start(ClassLoader)}. */
    static BackendPolicy start() {
        ClassLoader own = Objects.requireNonNull(Nd4jBackend.class.getClassLoader(), "the runtime's class loader");
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return start(own.getResource(SERVICE) != null || context == null ? own : context);
    }

    /**
     * Loads the backend, the first time.
     *
     * @param backends sees the backend's jars
     * @return what it needs done differently
     * @throws BackendException if there is none, or it can't be loaded, with the first thing that went wrong
     */
    @SuppressWarnings("StaticAssignmentOfThrowable") // A class that failed to load says why the first time only.
    static synchronized BackendPolicy start(ClassLoader backends) {
        if (failure != null) {
            throw new BackendException(String.valueOf(failure.getMessage()), failure);
        }
        if (isStarted) {
            return policyFor(Nd4j.getExecutioner().getEnvironmentInformation());
        }
        setLimits();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // ND4J looks for its backend with the context class loader, which in a host of plug-ins is the host's.
        thread.setContextClassLoader(backends);
        try {
            ND4JClassLoading.setNd4jClassloader(backends);
            Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
            KernelThreads.start();
            isStarted = true;
            return policyFor(environment);
        } catch (LinkageError e) {
            failure = failure(e, NativeJars.seenBy(backends));
            throw failure;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static BackendException failure(LinkageError fault, NativeJars jars) {
        List<String> found = new ArrayList<>(jars.nd4jCpu());
        found.addAll(jars.nd4jCuda());
        if (found.isEmpty()) {
            return new BackendException(
                    "no ND4J backend can be loaded; expected nd4j-native or nd4j-cuda-11.6 with the classifier of this"
                            + " platform on the class path: copy a dependency block from Netwright's README",
                    fault);
        }
        return new BackendException(
                "ND4J's backend is on the class path, with the classifier " + String.join(", ", found)
                        + ", but can't be loaded: " + NativeLibraryFault.reason(fault) + "; "
                        + NativeLibraryFault.fix(),
                fault);
    }

    private static void setLimits() {
        JavaCppLimits.lift();
        if (System.getProperty(LOG_START) == null) {
            System.setProperty(LOG_START, "false");
        }
    }

    /**
     * What ND4J's results depend on, once it has started: the backend, its threads, the CPU's instructions and the
     * library's version.
     */
    static SortedMap<String, String> environment() {
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("backend", Nd4j.getBackend().getClass().getSimpleName());
        environment.put("cpu", Processor.presentVectors());
        environment.put("threads", Integer.toString(ThreadCount.present().threads()));
        environment.put("nd4j", VERSION);
        return environment;
    }

    /** The policy for the environment that ND4J reports. */
    static BackendPolicy policyFor(Properties environment) {
        if (!"CUDA".equals(environment.getProperty("backend"))) {
            return BackendPolicy.CPU;
        }
        if (environment.get("cuda.devicesInformation") instanceof List<?> devices) {
            devices.forEach(Nd4jBackend::requireSupported);
        }
        return BackendPolicy.CUDA;
    }

    private static void requireSupported(Object device) {
        if (device instanceof Map<?, ?> facts
                && facts.get("cuda.deviceMajor") instanceof Number major
                && facts.get("cuda.deviceMinor") instanceof Number minor
                && !CudaSupport.runsOn(major.intValue(), minor.intValue())) {
            throw new BackendException("GPU " + facts.get("cuda.deviceName") + " has compute capability "
                    + major + "." + minor
                    + ", but ND4J 1.0.0-M2.1's CUDA library runs on " + CudaSupport.CAPABILITIES
                    + " only; use another GPU or the CPU backend");
        }
    }
}
