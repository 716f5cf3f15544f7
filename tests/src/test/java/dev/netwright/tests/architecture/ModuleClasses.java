package dev.netwright.tests.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules' own output folders. Not the class path: there the processor may be the finished jar, in which the libraries
 * that it carries have names of ours.
 */
final class ModuleClasses {
    private static final List<String> MODULES = List.of(
            "annotations",
            "generated-runtime/operations",
            "processor",
            "generated-runtime/core",
            "generated-runtime/onednn",
            "generated-runtime/nd4j",
            "generated-runtime/cuda",
            "model-specs",
            "generated-runtime/command-line",
            "examples");

    private ModuleClasses() {}

    /** What is delivered. */
    static final class Production implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return MODULES.stream()
                    .map(module -> output(module, "classes"))
                    .map(Location::of)
                    .collect(Collectors.toSet());
        }
    }

    /** The tests of all modules, where there are any. */
    static final class Tests implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            Stream<Path> unitTests = MODULES.stream()
                    .map(module -> Path.of("..", module, "target", "test-classes"))
                    .filter(Files::isDirectory);
            return Stream.concat(unitTests, Stream.of(output("tests", "test-classes")))
                    .map(Location::of)
                    .collect(Collectors.toSet());
        }
    }

    private static Path output(String module, String kind) {
        Path folder = Path.of("..", module, "target", kind);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("expected compiled classes in " + folder.toAbsolutePath()
                    + ", found no such folder; build the whole project");
        }
        return folder;
    }
}
