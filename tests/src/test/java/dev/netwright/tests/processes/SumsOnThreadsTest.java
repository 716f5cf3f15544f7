package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.tests.kernels.SumsProgram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of long sums doesn't depend on the number of threads: one thread and two give bit-identical results. */
class SumsOnThreadsTest {
    private static final Map<String, String> AVX2 = Map.of("ONEDNN_MAX_CPU_ISA", "AVX2", "DNNL_MAX_CPU_ISA", "AVX2");

    @TempDir
    private Path folder;

    static Stream<Arguments> kernels() {
        return Stream.of("ONEDNN", "ND4J")
                .flatMap(kernels ->
                        Stream.of(Map.<String, String>of(), AVX2).map(limits -> Arguments.of(kernels, limits)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kernels")
    void oneThreadAndTwoGiveTheSameBits(String kernels, Map<String, String> limits) throws Exception {
        Map<String, String> one = sums(kernels, limits, 1);
        Map<String, String> two = sums(kernels, limits, 2);
        assertThat(two).isEqualTo(one);
    }

    /** Hashes by network and tensor. */
    private Map<String, String> sums(String kernels, Map<String, String> limits, int threads) throws Exception {
        Map<String, String> environment = new LinkedHashMap<>(limits);
        // The build's own variable says one thread.
        environment.putAll(Map.of("OMP_NUM_THREADS", "", "OMP_WAIT_POLICY", "passive"));
        ChildJvm.Ended ended =
                ChildJvm.with("-Dnetwright.threads=" + threads).in(environment).run(folder, SumsProgram.class, kernels);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out().lines()).first().isEqualTo("threads = " + threads);
        Map<String, String> sums = new LinkedHashMap<>();
        ended.out()
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(line -> sums.put(line[0] + ", " + line[1], line[2]));
        assertThat(sums.keySet())
                .as("sums")
                .contains(
                        "norms of planes, norm1.running_var",
                        "norms in blocks, gradient of norm1.weight",
                        "layer norm in blocks, gradient of tested.weight",
                        "group norm in blocks, gradient of tested.bias",
                        "layer scale in blocks, gradient of tested.layer_scale",
                        "bias of planes, gradient of first.bias",
                        "gate in blocks, gradient of units.bias",
                        "average over 18x40x38, logits",
                        "cross entropy, loss",
                        "squared error, loss",
                        "norm of all gradients, logits.weight");
        return sums;
    }
}
