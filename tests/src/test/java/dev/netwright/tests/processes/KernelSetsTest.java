package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.runtime.network.KernelSets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program without oneDNN runs, several times slower, and says why. Each is a process of its own. */
class KernelSetsTest {
    private static final String NOT_USED = "the kernels of onednn, which are faster, are not used: ";

    @TempDir
    private Path directory;

    @BeforeEach
    void onAMachineThatHasThem() {
        assumeTrue(
                List.of("amd64", "x86_64")
                                .contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT))
                        && KernelSets.preferred().name().equals("onednn"),
                "a machine with oneDNN's kernels");
    }

    @Test
    void aProgramWithoutTheLibrarySaysSoOnceInTheLogAndByItsKernels() throws Exception {
        Answer answer = ask(entry -> !entry.matches(".*dnnl-[0-9.-]+-[a-z]+-x86_64.*\\.jar"), Map.of());
        assertThat(answer.out())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("nd4j: " + NOT_USED + "its native library did not load (")
                        .contains("jnidnnl")
                        .contains("add the dependency dev.netwright:netwright-cpu-"));
        assertThat(answer.warnings())
                .singleElement()
                .asString()
                .contains(answer.out().get(0).substring("nd4j: ".length()));
    }

    /** oneDNN's own variable makes a newer CPU pass for one without AVX2. */
    @Test
    void aCpuWithoutAvx2IsNamedAsTheReason() throws Exception {
        Answer answer = ask(entry -> true, Map.of("ONEDNN_MAX_CPU_ISA", "SSE41", "DNNL_MAX_CPU_ISA", "SSE41"));
        assertThat(answer.out())
                .containsOnly("nd4j: " + NOT_USED + "this CPU has no AVX2, without which oneDNN's code is slow");
        assertThat(answer.warnings()).hasSize(1);
    }

    @Test
    void theFastestKernelsAndChosenOnesGiveNoReason() throws Exception {
        Answer preferred = ask(entry -> true, Map.of());
        assertThat(preferred.out()).containsOnly("onednn: preferred");
        assertThat(preferred.warnings()).isEmpty();
        assertThat(KernelSets.named("nd4j").fallbackReason()).isEmpty();
    }

    @Test
    void unknownKernelsAreAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> KernelSets.named("cudnn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no kernels called 'cudnn'; choose one of onednn, nd4j, cuda with"
                        + " Training.kernels(...)");
    }

    private record Answer(List<String> out, List<String> warnings) {}

    private Answer ask(Predicate<String> onClassPath, Map<String, String> environment)
            throws IOException, InterruptedException {
        String classPath = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        ChildJvm.Ended ended = ChildJvm.with().in(environment).run(classPath, directory, PreferredKernels.class);
        assertThat(ended.exit()).as(ended::toString).isZero();
        return new Answer(
                ended.out().lines().toList(),
                ended.errors()
                        .lines()
                        .filter(line -> line.startsWith("WARNING: "))
                        .toList());
    }
}
