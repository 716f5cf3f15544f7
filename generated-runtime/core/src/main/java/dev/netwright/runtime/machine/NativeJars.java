package dev.netwright.runtime.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds native libraries for Netwright on the class path, without loading them. */
public final class NativeJars {
    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-arm64", "linux-ppc64le", "macosx-x86_64", "macosx-arm64", "windows-x86_64");
    private static final List<String> EXTENSIONS =
            List.of("", "-avx2", "-avx512", "-onednn", "-onednn-avx2", "-onednn-avx512", "-cudnn");

    private final ClassLoader loader;

    private NativeJars(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Libraries that a class loader finds.
     *
     * @param loader the class loader
     * @return the libraries
     */
    public static NativeJars seenBy(ClassLoader loader) {
        return of(loader);
    }

    static NativeJars of(ClassLoader loader) {
        return new NativeJars(loader);
    }

    /** {@return the Maven classifiers of {@code nd4j-native} on the class path} */
    public List<String> nd4jCpu() {
        return classifiers("org/nd4j/linalg/cpu/nativecpu/bindings/", "jnind4jcpu");
    }

    /** {@return the Maven classifiers of {@code nd4j-cuda-11.6} on the class path} */
    public List<String> nd4jCuda() {
        return classifiers("org/nd4j/linalg/jcublas/bindings/", "jnind4jcuda");
    }

    /** {@return the Maven classifiers of {@code dnnl}, which is oneDNN, on the class path} */
    public List<String> oneDnn() {
        return classifiers("org/bytedeco/dnnl/", "jnidnnl");
    }

    /** {@return whether ND4J's CUDA backend is on the class path, with or without its native library} */
    public boolean hasCudaBackend() {
        return loader.getResource("org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
    }

    /**
     * The version of a library, from its Maven metadata on the class path.
     *
     * @param group the library's group id
     * @param artifact the library's artifact id
     * @return the version; empty if the library isn't on the class path
     */
    public Optional<String> version(String group, String artifact) {
        String file = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream input = loader.getResourceAsStream(file)) {
            if (input == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(input);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The classifiers as one line for a person.
     *
     * @param classifiers Maven classifiers, such as {@code linux-x86_64-avx2}
     * @return the classifiers with commas, or that there are none
     */
    public static String text(List<String> classifiers) {
        return classifiers.isEmpty() ? "no native library on the class path" : String.join(", ", classifiers);
    }

    private List<String> classifiers(String folder, String library) {
        return PLATFORMS.stream()
                .flatMap(platform -> EXTENSIONS.stream().map(platform::concat))
                .filter(classifier ->
                        files(library).anyMatch(file -> loader.getResource(folder + classifier + "/" + file) != null))
                .toList();
    }

    private static Stream<String> files(String library) {
        return Stream.of("lib" + library + ".so", "lib" + library + ".dylib", library + ".dll");
    }
}
