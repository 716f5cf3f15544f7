package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.NetworkLayers;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The types that stand in for the runtime in the processor's tests have nothing that the runtime's don't: what compiles there
 * compiles here.
 */
final class StandInsTest {
    private static final Path SOURCES = Path.of("..", "processor", "src", "test", "resources", "support");

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(Path.of(operations().toURI())));
            boolean compiled = javac.getTask(
                            messages,
                            files,
                            null,
                            List.of("-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources()))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }

    /** What a network is described with, which the processor has itself: nothing stands in for it. */
    private static URL operations() {
        return NetworkLayers.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static List<Path> sources() throws IOException {
        return files(SOURCES, ".java");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyMemberOfAStandInIsOneOfTheRuntimesType() throws IOException, ClassNotFoundException {
        List<String> names = files(classes, ".class").stream()
                .map(file -> classes.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replaceAll("[/\\\\]", "."))
                .toList();
        assertThat(names)
                .contains("dev.netwright.runtime.kernel.TrainingKernels", "dev.netwright.runtime.network.NetworkType");
        for (String name : names) {
            Class<?> real = Class.forName(name);
            assertThat(members(real)).as(name).containsAll(members(standIn(name)));
        }
    }

    /** Else a generated class would compile there that implements too little here. */
    @ParameterizedTest
    @ValueSource(strings = {"TrainingProgram", "InferenceProgram", "TrainingKernel", "InferenceKernel", "LossKernel"})
    void whatGeneratedClassesImplementAndCallStandsInWithEveryMethod(String type)
            throws IOException, ClassNotFoundException {
        String name = "dev.netwright.runtime.kernel." + type;

        assertThat(members(standIn(name))).isEqualTo(members(Class.forName(name)));
    }

    /** Loaded without the runtime in sight. */
    private static Class<?> standIn(String name) throws IOException, ClassNotFoundException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL(), operations()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> standIn = loader.loadClass(name);
            // Before the loader is closed, because members are resolved when they are first asked for.
            members(standIn);
            return standIn;
        }
    }

    /** What a caller sees: the kind of type, what it extends, constants, constructors and methods. */
    private static List<String> members(Class<?> type) {
        Stream<String> self = Stream.of(type.isInterface() ? "interface" : "class");
        Stream<String> parents =
                Arrays.stream(type.getGenericInterfaces()).map(parent -> "extends " + parent.getTypeName());
        Stream<String> constants =
                type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Object::toString) : Stream.of();
        Stream<String> constructors = visible(type.getDeclaredConstructors());
        Stream<String> methods = visible(type.getDeclaredMethods());
        return Stream.of(self, parents, constants, constructors, methods)
                .flatMap(members -> members)
                .sorted()
                .toList();
    }

    private static Stream<String> visible(Executable[] members) {
        return Arrays.stream(members)
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !member.isSynthetic())
                .map(StandInsTest::signature);
    }

    /** As written, without the keywords that don't concern a caller, and without the thrown exceptions. */
    private static String signature(Executable member) {
        String parameters = Arrays.stream(member.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        String result =
                member instanceof Method method ? method.getGenericReturnType().getTypeName() : "";
        String place = Modifier.isStatic(member.getModifiers()) ? "static " : "";
        return place + result + " " + member.getName() + "(" + parameters + ")";
    }
}
