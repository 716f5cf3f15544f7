package dev.netwright.runtime.internal.runfolder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Versions of the libraries on the class path, from Maven's metadata in their jars. */
final class Versions {
    private static final List<String> ARTIFACTS = List.of(
            "dev.netwright/netwright-runtime", "org.nd4j/nd4j-api", "org.bytedeco/javacpp", "org.bytedeco/dnnl");

    private Versions() {}

    /** Versions of libraries in jars; classes in a folder have no version. */
    static Map<String, String> ofLibraries() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String artifact : ARTIFACTS) {
            String resource = "/META-INF/maven/" + artifact + "/pom.properties";
            try (InputStream file = Versions.class.getResourceAsStream(resource)) {
                if (file != null) {
                    Properties properties = new Properties();
                    properties.load(file);
                    versions.put(artifact.replace('/', ':'), properties.getProperty("version", ""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("resource " + resource + " must be readable", e);
            }
        }
        return versions;
    }
}
