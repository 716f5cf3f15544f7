package dev.netwright.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen among the engines of a class path, and what is said where none can compute. */
final class EnginesTest {
    @TempDir
    private Path folder;

    @Test
    void aClassPathWithoutAnEngineNamesTheDependencyToAdd() throws IOException {
        assertThatThrownBy(() -> engines().preferred())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("no engine is on the class path, so nothing can compute; add the dependency"
                        + " dev.netwright:netwright-cpu, or dev.netwright:netwright-gpu for a GPU");
        assertThatThrownBy(() -> engines().named("onednn"))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage(
                        "the engine onednn isn't on the class path; add the dependency dev.netwright:netwright-cpu");
    }

    @Test
    void theOnlyEngineComputes() throws IOException {
        Engines.Choice choice = engines(Slow.class).preferred();

        assertThat(choice.kernels().name()).isEqualTo("slow");
        assertThat(choice.kernels().fallbackReason()).isEmpty();
        assertThat(choice.reason()).isEqualTo("slow is the only engine on the class path");
    }

    @Test
    void ofTwoEnginesTheOneOfTheHigherRankComputesAndTheChoiceSaysWhy() throws IOException {
        Engines.Choice choice = engines(Slow.class, Fast.class).preferred();

        assertThat(choice.kernels().name()).isEqualTo("fast");
        assertThat(choice.reason()).isEqualTo("fast is preferred to slow, which is on the class path too");
    }

    @Test
    void anEngineThatCannotLoadLeavesItsPlaceToASlowerOneThatSaysSo() throws IOException {
        Engines.Choice choice = engines(Slow.class, Broken.class).preferred();

        assertThat(choice.kernels().name()).isEqualTo("slow");
        assertThat(choice.kernels().fallbackReason())
                .contains("the kernels of broken, which are faster, are not used: no temporary folder");
        assertThat(choice.reason()).startsWith("slow computes because the kernels of broken");
    }

    @Test
    void whereNoEngineCanComputeTheReasonOfEachIsNamed() throws IOException {
        assertThatThrownBy(() -> engines(Broken.class).preferred()).hasMessage("broken: no temporary folder");
        assertThatThrownBy(() -> engines(Broken.class, BrokenToo.class).preferred())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("no engine can compute here: broken: no temporary folder; broken too: no temporary folder");
    }

    @Test
    void anEngineThatIsAskedForComputesOrFails() throws IOException {
        assertThatThrownBy(() -> engines(Slow.class, AskedFor.class).preferred())
                .hasMessage("asked for: no temporary folder");
    }

    @Test
    void anEngineThatIsLeftOutComputesWhereItIsNamed() throws IOException {
        Engines engines = engines(Slow.class, LeftOut.class);

        assertThat(engines.preferred().kernels().name()).isEqualTo("slow");
        assertThat(engines.named("left out").kernels().name()).isEqualTo("left out");
    }

    @Test
    void anEngineOfAnotherReleaseIsNotUsedAndBothVersionsAreNamed() throws IOException {
        String versions = "the engine old is of version 0.0.9, and netwright-runtime is of version " + Release.VERSION
                + "; give all artifacts of dev.netwright one version";

        assertThatThrownBy(() -> engines(Old.class).preferred()).hasMessageEndingWith(versions);
        assertThat(engines(Old.class, Slow.class).preferred().kernels().fallbackReason())
                .contains(versions);
        assertThat(engines(Old.class).findings()).containsExactly(versions);
        assertThatThrownBy(() -> engines(Old.class).named("onednn"))
                .hasMessage("the engine onednn can't be used: " + versions
                        + "; if it is missing, add the dependency dev.netwright:netwright-cpu");
    }

    @Test
    void aProviderThatIsNoClassIsAFindingAndNotAnError() throws IOException {
        Engines engines = Engines.seenBy(loader("com.example.Nothing", Slow.class.getName()));

        assertThat(engines.findings()).anySatisfy(line -> assertThat(line).contains("com.example.Nothing"));
        assertThat(engines.preferred().kernels().name()).isEqualTo("slow");
    }

    @Test
    void kernelsThatNoEngineHasAreRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> engines(Slow.class).named("cudnn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no kernels called 'cudnn'; choose one of onednn, nd4j, cuda, slow with"
                        + " Training.kernels(...)");
    }

    private Engines engines(Class<?>... providers) throws IOException {
        return Engines.seenBy(
                loader(Arrays.stream(providers).map(Class::getName).toArray(String[]::new)));
    }

    private ClassLoader loader(String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
        Files.writeString(
                services.resolve(Engine.class.getName()),
                Arrays.stream(providers).collect(Collectors.joining("\n")));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, EnginesTest.class.getClassLoader());
    }

    private abstract static class TestEngine implements Engine {
        private final String name;
        private final int rank;

        private TestEngine(String name, int rank) {
            this.name = name;
            this.rank = rank;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String version() {
            return Release.VERSION;
        }

        @Override
        public int rank() {
            return rank;
        }

        @Override
        public KernelSet kernels(ClassLoader libraries) {
            return new NamedKernels(name);
        }

        @Override
        public List<String> libraries(ClassLoader libraries) {
            return List.of("made for a test");
        }

        final EngineUnavailableException unavailable() {
            return new EngineUnavailableException(name + ": no temporary folder", "no temporary folder", null);
        }
    }

    /** Public, as {@link java.util.ServiceLoader} asks for, like the others. */
    public static final class Slow extends TestEngine {
        public Slow() {
            super("slow", 1);
        }
    }

    public static final class Fast extends TestEngine {
        public Fast() {
            super("fast", 2);
        }
    }

    public static final class Broken extends TestEngine {
        public Broken() {
            super("broken", 3);
        }

        @Override
        public KernelSet kernels(ClassLoader libraries) {
            throw unavailable();
        }
    }

    public static final class BrokenToo extends TestEngine {
        public BrokenToo() {
            super("broken too", 2);
        }

        @Override
        public KernelSet kernels(ClassLoader libraries) {
            throw unavailable();
        }
    }

    public static final class AskedFor extends TestEngine {
        public AskedFor() {
            super("asked for", 4);
        }

        @Override
        public Presence presence(ClassLoader libraries) {
            return Presence.ASKED_FOR;
        }

        @Override
        public KernelSet kernels(ClassLoader libraries) {
            throw unavailable();
        }
    }

    public static final class LeftOut extends TestEngine {
        public LeftOut() {
            super("left out", 4);
        }

        @Override
        public Presence presence(ClassLoader libraries) {
            return Presence.LEFT_OUT;
        }
    }

    public static final class Old extends TestEngine {
        public Old() {
            super("old", 5);
        }

        @Override
        public String version() {
            return "0.0.9";
        }
    }

    private record NamedKernels(String name) implements KernelSet {
        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public SortedMap<String, String> environment() {
            return new TreeMap<>();
        }

        @Override
        public ParameterMemory allocate(ParameterTable table) {
            throw new UnsupportedOperationException("nothing is computed here");
        }

        @Override
        public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
            throw new UnsupportedOperationException("nothing is computed here");
        }
    }
}
