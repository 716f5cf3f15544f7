package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.commandline.Netwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program whose native libraries can't be unpacked or found gets that as the reason, and not a dependency to add that it has. */
@EnabledOnOs(OS.LINUX)
class StartOfProcessesTest {
    private static final String NO_ENGINE = "no engine can compute here: onednn: its native library did not load (";
    private static final String ND4J_TOO = "; nd4j: ND4J's backend is on the class path, with the classifier ";
    private static final String FIX = ": set -Dorg.bytedeco.javacpp.cachedir=<folder> to one that is so;";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"own", "host's", "none", "given"})
    void theBackendIsFoundWhateverTheContextClassLoader(String loader) throws Exception {
        ChildJvm.Ended ended = child().run(folder, StartProgram.class, loader);
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out().lines()).isNotEmpty().containsOnly("cpu");
    }

    /** No folder can be made below a file. */
    @Test
    void withoutAWritableFolderTheCauseAndThePropertyAreNamedEachTime() throws Exception {
        ChildJvm.Ended ended =
                child("-Duser.home=/dev/null", "-Djava.io.tmpdir=/dev/null").run(folder, StartProgram.class, "own");
        assertThat(ended.out().lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line).startsWith(NO_ENGINE).contains("Could not create the cache", FIX, ND4J_TOO));
    }

    @Test
    void aFolderThatForbidsToRunProgramsIsNamed() throws Exception {
        Path mounted = Files.createDirectory(folder.resolve("noexec"));
        assumeTrue(
                exit("mount", "-t", "tmpfs", "-o", "noexec,size=600m", "tmpfs", mounted.toString()) == 0,
                "a file system without programs can be mounted");
        try {
            ChildJvm.Ended ended =
                    child("-Dorg.bytedeco.javacpp.cachedir=" + mounted).run(folder, StartProgram.class, "own");
            assertThat(ended.out().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith(NO_ENGINE)
                            .contains(ND4J_TOO, "failed to map segment", "libraries are unpacked to " + mounted, FIX));
        } finally {
            exit("umount", mounted.toString());
        }
    }

    @Test
    void theDoctorSaysTheSame() throws Exception {
        ChildJvm.Ended ended =
                child("-Duser.home=/dev/null", "-Djava.io.tmpdir=/dev/null").run(folder, Netwright.class, "doctor");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("kernels  none: " + NO_ENGINE)
                        .contains("Could not create the cache", FIX))
                .anySatisfy(line ->
                        assertThat(line).startsWith("unpacked native libraries in no folder (could not create"));
    }

    private static int exit(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static ChildJvm child(String... options) {
        return ChildJvm.with(options).in(Map.of("OMP_NUM_THREADS", "1"));
    }
}
