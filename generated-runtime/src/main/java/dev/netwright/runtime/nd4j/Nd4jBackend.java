package dev.netwright.runtime.nd4j;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/** Starts ND4J once, with the limits that a user's {@code main} would otherwise have to pass as flags. */
final class Nd4jBackend {
    private Nd4jBackend() {}

    /**
     * Loads the backend.
     *
     * @return what it needs done differently
     */
    static BackendPolicy start() {
        setLimits();
        Properties environment;
        try {
            environment = Nd4j.getExecutioner().getEnvironmentInformation();
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new BackendException(
                    "no ND4J backend can be loaded; expected nd4j-native or nd4j-cuda-11.6 with the classifier of this"
                            + " platform on the class path: copy a dependency block from Netwright's README",
                    e);
        }
        return policyFor(environment);
    }

    /**
     * JavaCPP refuses to allocate once the whole process exceeds four times the heap's limit, which counts ND4J's own arrays:
     * training would die of it. A value that the user has set stays.
     */
    private static void setLimits() {
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
        setIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
        setIfAbsent("org.nd4j.log.initialization", "false");
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The policy for what ND4J says of itself. */
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
