package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.vgg.ImageNetVgg16;
import dev.netwright.models.vgg.Vgg11Eighth;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where memory is limited, what doesn't fit is refused with a batch that does, and no process is ended by the system. */
@EnabledOnOs(OS.LINUX)
class MemoryLimitsOfProcessesTest {
    private static final Pattern PROPOSAL = Pattern.compile("choose a batch of at most (\\d+)");
    private static final long ADDRESSES_KIBI = 4_000_000;
    private static final long MEBI = 1 << 20;

    @TempDir
    private Path folder;

    /** ND4J would write to what it didn't get, which ends the JVM. */
    @ParameterizedTest
    @CsvSource({"steps, 2000000, onednn", "steps, 2000000, nd4j", "logits, 65000, onednn", "logits, 50000, nd4j"})
    void whatAddressSpaceHasNoRoomForIsRefused(String way, String batch, String kernels) throws Exception {
        ChildJvm.Ended ended = inAddressSpace(ADDRESSES_KIBI)
                .run(folder, MemoryProgram.class, way, LeNet28.class.getName(), batch, kernels);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .startsWith("refused: " + LeNet28.class.getName() + " with a batch of " + batch + " needs ")
                .contains(": ulimit -v has 3907 MiB, of which ")
                .containsPattern(PROPOSAL);
    }

    @Test
    void theBatchThatIsProposedForAddressSpaceFits() throws Exception {
        ChildJvm child = inAddressSpace(ADDRESSES_KIBI);
        String proposed =
                proposal(child.run(folder, MemoryProgram.class, "steps", LeNet28.class.getName(), "2000000", "onednn"));
        ChildJvm.Ended ended =
                child.run(folder, MemoryProgram.class, "steps", LeNet28.class.getName(), proposed, "onednn");
        assertThat(ended.out()).as(ended.toString()).isEqualTo("done\n");
    }

    /** Of address space 300 MiB are left. */
    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void parametersThatDoNotFitAreRefused(String kernels) throws Exception {
        ChildJvm.Ended ended = ChildJvm.with("-Xmx256m")
                .run(folder, MemoryProgram.class, "initialize", ImageNetVgg16.class.getName(), "1", kernels);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out())
                .containsPattern(
                        "^refused: 138357544 parameters take 52\\d MiB of native memory, but [23]\\d\\d MiB are available: ulimit -v has ");
    }

    @Test
    void aBatchThatNoArrayCanHoldIsRefusedBeforeAnythingIsPlanned() throws Exception {
        ChildJvm.Ended ended = ChildJvm.with("-Xmx256m")
                .run(folder, MemoryProgram.class, "steps", LeNet28.class.getName(), "3000000", "onednn");
        assertThat(ended.out())
                .isEqualTo("refused: a batch of 3000000 images of 784 values is more than a Java array can hold;"
                        + " choose a batch of at most 2739137\n");
    }

    /** The JVM, its heap and the libraries take their part of the group's memory too. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"400, onednn", "600, onednn", "400, nd4j", "700, nd4j"})
    void inAControlGroupTheProposedBatchFitsAndNoProcessIsKilled(long mebibytes, String kernels) throws Exception {
        try (MemoryCgroup group = MemoryCgroup.of(mebibytes * MEBI)) {
            ChildJvm child =
                    ChildJvm.with().behind(group.entry()).in(Map.of("OMP_NUM_THREADS", "1", "GOMP_SPINCOUNT", "1000"));
            String name = Vgg11Eighth.class.getName();
            String proposed = proposal(child.run(folder, MemoryProgram.class, "train", name, "100", kernels));
            ChildJvm.Ended ended = child.run(folder, MemoryProgram.class, "train", name, proposed, kernels);
            assertThat(ended.exit()).as(ended.toString()).isZero();
            assertThat(ended.out()).endsWith("done\n");
        }
    }

    private static ChildJvm inAddressSpace(long kibibytes) {
        // A heap of a size that doesn't depend on the limit, and few arenas of malloc.
        return ChildJvm.with("-Xmx256m")
                .limited("-v", kibibytes)
                .in(Map.of("OMP_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2"));
    }

    private static String proposal(ChildJvm.Ended refused) {
        assertThat(refused.exit()).as(refused.toString()).isZero();
        Matcher proposal = PROPOSAL.matcher(refused.out());
        assertThat(proposal.find()).as(refused.toString()).isTrue();
        return proposal.group(1);
    }
}
