package dev.netwright.commandline.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.runtime.engine.Engines;
import dev.netwright.runtime.engine.Release;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.machine.Gpu;
import dev.netwright.runtime.machine.GpuFinding;
import dev.netwright.runtime.machine.MemoryRoom;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.runtime.machine.ThreadCount;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {
    private static final long GIBI = 1 << 30;
    private static final GpuFinding NONE = new GpuFinding(List.of(), "there is no nvidia-smi, so no NVIDIA driver");
    private static final List<String> AVX512 = List.of("avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512dq");

    @Test
    void everyFactIsALine() {
        Diagnosis diagnosis = new Diagnosis(facts("Linux amd64", Optional.of(AVX512), NONE), Optional.empty());

        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.lines())
                .containsExactly(
                        "Java     17.0.1, Linux amd64; heap of at most 2.0 GiB",
                        "CPU      AMD EPYC, 4 processors, 2 threads for kernels (OMP_NUM_THREADS); avx2 fma avx512f avx512bw avx512vl avx512dq",
                        "memory   4.0 GiB available for native memory (set by -Dnetwright.memory=<bytes>): cgroup /jobs has 6144 MiB",
                        "engine   onednn: dnnl 2.5.2-1.5.7: linux-x86_64",
                        "unpacked native libraries in /home/a/.javacpp/cache (set by -Dorg.bytedeco.javacpp.cachedir)",
                        "kernels  onednn on cpu",
                        "GPU      none: there is no nvidia-smi, so no NVIDIA driver");
    }

    /** LeNet: 4 x 4 x 61,706 bytes of parameters and some 70,000 bytes for each image; VGG-16's parameters alone take 2.1 GiB. */
    @Test
    void aNetworkIsComparedWithTheMemory() {
        Facts facts = facts("Linux amd64", Optional.of(AVX512), NONE);

        Diagnosis small = new Diagnosis(facts, Optional.of(planned(LeNet28.TYPE, 256)));
        Diagnosis large = new Diagnosis(facts, Optional.of(planned(ImageNetVgg16.TYPE, 64)));

        assertThat(small.isHealthy()).isTrue();
        assertThat(small.lines().get(7))
                .startsWith(
                        "plan     LeNet28 with Adam and a batch of 256 takes 0.0 GiB on oneDNN, AVX2, two threads; ")
                .contains("fits;");
        assertThat(large.isHealthy()).isFalse();
        assertThat(large.lines().get(7))
                .contains("ImageNetVgg16 with Adam and a batch of 64 takes ")
                .containsPattern("does not fit; a batch of about \\d+ would be the largest");
    }

    @Test
    void theLargestBatchIsTheLastThatFits() {
        PlannedMemory one = planned(ImageNetVgg16.TYPE, 1);
        long largest = one.largestBatch(4 * GIBI);

        assertThat(planned(ImageNetVgg16.TYPE, (int) largest).bytes()).isLessThanOrEqualTo(4 * GIBI);
        assertThat(planned(ImageNetVgg16.TYPE, (int) largest + 1).bytes()).isGreaterThan(4 * GIBI);
        assertThat(one.largestBatch(GIBI)).isZero();
    }

    @Test
    void theKernelsAtHandPlanABatchWithoutTakingMemoryForIt() {
        KernelSet kernels = KernelSets.preferred();
        PlannedMemory planned = new PlannedMemory(LeNet28.TYPE, 32, Optional.of(kernels));

        long parameters = 4L * Float.BYTES * LeNet28.PARAMETERS;
        assertThat(planned.bytes()).isBetween(parameters, 2 * planned.referenceBytes());
    }

    @Test
    void everyCardIsClassedByItsComputeCapability() {
        GpuFinding two = new GpuFinding(
                List.of(new Gpu("RTX 3090", 8, 6, 24576, "535.54"), new Gpu("H100", 9, 0, 81559, "535.54")), "");

        assertThat(new Diagnosis(facts("Linux amd64", Optional.of(AVX512), two), Optional.empty())
                        .lines()
                        .get(6))
                .isEqualTo(
                        "GPU      RTX 3090, compute capability 8.6, 24576 MiB, driver 535.54: ND4J's CUDA library runs on it;"
                                + " Netwright's CUDA path has not been run on a GPU yet; H100, compute capability 9.0, 81559 MiB,"
                                + " driver 535.54: ND4J's CUDA library runs on 3.7 and 5.0 to 8.9 only, so not on it");
    }

    @Test
    void theDependencyIsThatOfTheMachine() {
        assertThat(PomAdvice.lines(facts("Linux amd64", Optional.of(List.of("avx2", "fma")), NONE)))
                .containsExactly(
                        "The engine for this machine, in a pom.xml:",
                        "    <dependency>",
                        "      <groupId>dev.netwright</groupId> <artifactId>netwright-cpu</artifactId> <version>"
                                + Release.VERSION + "</version> <type>pom</type>",
                        "    </dependency>",
                        "and with Gradle:",
                        "    runtimeOnly 'dev.netwright:netwright-cpu-linux-x86_64:" + Release.VERSION + "'");
        assertThat(PomAdvice.lines(facts("Linux amd64", Optional.of(List.of()), NONE)))
                .anySatisfy(line -> assertThat(line).contains("netwright-nd4j-cpu"));
        assertThat(PomAdvice.lines(facts("Mac OS X aarch64", Optional.empty(), NONE)))
                .anySatisfy(line -> assertThat(line).contains("netwright-cpu-macosx-arm64"));
        assertThat(PomAdvice.lines(facts("Windows 11 amd64", Optional.empty(), NONE)))
                .anySatisfy(line -> assertThat(line).contains("netwright-cpu-windows-x86_64"));
        assertThat(PomAdvice.lines(facts("AIX ppc64", Optional.empty(), NONE)))
                .containsExactly("No engine has a native library for AIX ppc64.");
    }

    @Test
    void aGpuThatWorksGetsItsOwnDependency() {
        GpuFinding found = new GpuFinding(List.of(new Gpu("RTX 3090", 8, 6, 24576, "535.54")), "");

        assertThat(PomAdvice.lines(facts("Linux amd64", Optional.of(AVX512), found)))
                .contains(
                        "For its RTX 3090, with CUDA 11.6 and cuDNN 8:",
                        "      <groupId>dev.netwright</groupId> <artifactId>netwright-gpu</artifactId> <version>"
                                + Release.VERSION + "</version> <type>pom</type>");
    }

    @Test
    void theEnginesOfTheseTestsAreFoundWithTheReasonForTheChoice() {
        Facts here = Facts.gathered(Engines.present(), Optional.empty());

        assertThat(here.kernels().isPresent()).isTrue();
        assertThat(here.kernels().remark()).contains(" on cpu: ");
        assertThat(here.engines()).anySatisfy(line -> assertThat(line).startsWith("onednn: dnnl 2.5.2-1.5.7"));
    }

    @Test
    void kernelsThatCannotStartAreAFindingAndNoFault() {
        Facts.Kernels broken = Facts.started(() -> {
            throw new IllegalStateException("no backend");
        });

        assertThat(broken.isPresent()).isFalse();
        assertThat(broken.remark()).isEqualTo("none: no backend");
    }

    /** On the machine that the class names. */
    private static PlannedMemory planned(NetworkType<?> type, int batch) {
        return new PlannedMemory(type, batch, Optional.empty());
    }

    private static Facts facts(String system, Optional<List<String>> instructions, GpuFinding gpus) {
        return new Facts(
                "17.0.1",
                system,
                2 * GIBI,
                new Processor("AMD EPYC", instructions),
                new ThreadCount(2, 4, "OMP_NUM_THREADS"),
                new MemoryRoom(4 * GIBI, "cgroup /jobs has 6144 MiB"),
                "/home/a/.javacpp/cache",
                List.of("onednn: dnnl 2.5.2-1.5.7: linux-x86_64"),
                gpus,
                new Facts.Kernels(Optional.of(KernelSets.preferred()), "onednn on cpu"));
    }
}
