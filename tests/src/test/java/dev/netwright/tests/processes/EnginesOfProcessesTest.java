package dev.netwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An engine is a guest: a program computes with the one that it has, and loads nothing of another. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64", disabledReason = "oneDNN's kernels need x86-64")
class EnginesOfProcessesTest {
    private static final Pattern CLASSES_OF_ND4J = Pattern.compile("(?m)^.*\\borg\\.nd4j\\..*$");
    private static final Pattern ND4J = Pattern.compile(".*(nd4j|openblas|generated-runtime.cuda|netwright-cuda).*");
    private static final Pattern ONEDNN =
            Pattern.compile(".*(dnnl|opencl|jna|generated-runtime.onednn|netwright-onednn|onednn.main).*");

    @TempDir
    private Path folder;

    @Test
    void oneDnnsPathLoadsNoClassOfNd4jThatLiesBesideIt() throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.with("-Xlog:class+load:stdout").run(folder, LoadedClasses.class, "onednn", folder.toString());

        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.out()).contains("accuracy ", "dev.netwright.onednn.OneDnnKernelSet");
        assertThat(CLASSES_OF_ND4J.matcher(ended.out()).results().map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void aClassPathWithOneDnnAloneTrainsSavesExportsAndPredicts() throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.with().run(without(ND4J), folder, LoadedClasses.class, "onednn", folder.toString());

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("accuracy ");
    }

    @Test
    void aClassPathWithNd4jAloneTrainsSavesExportsAndPredicts() throws Exception {
        ChildJvm.Ended ended =
                ChildJvm.with().run(without(ONEDNN), folder, LoadedClasses.class, "nd4j", folder.toString());

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("accuracy ");
    }

    @Test
    void aClassPathWithoutAnEngineSaysWhichDependencyToAdd() throws Exception {
        Pattern engines = Pattern.compile(ND4J.pattern() + "|" + ONEDNN.pattern());
        ChildJvm.Ended ended = ChildJvm.with().run(without(engines), folder, StartProgram.class, "own");

        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out().lines())
                .containsOnly("no engine is on the class path, so nothing can compute; add the dependency"
                        + " dev.netwright:netwright-cpu, or dev.netwright:netwright-gpu for a GPU");
    }

    @Test
    void withTwoEnginesTheDoctorSaysWhichOneIsChosenAndWhy() throws Exception {
        ChildJvm.Ended ended = ChildJvm.with().run(folder, Netwright.class, "doctor");

        assertThat(ended.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo(
                                "kernels  onednn on cpu: onednn is preferred to nd4j, which is on the class path too"))
                .anySatisfy(line -> assertThat(line).startsWith("engine   onednn: dnnl "))
                .anySatisfy(line -> assertThat(line).startsWith("engine   nd4j: nd4j-api "));
    }

    @Test
    void aCommandWithoutAnEngineIsALineAndExitCode2() throws Exception {
        Pattern engines = Pattern.compile(ND4J.pattern() + "|" + ONEDNN.pattern());
        ChildJvm.Ended ended = ChildJvm.with()
                .run(without(engines), folder, Netwright.class, "bench", "--network", "lenet", "--steps", "1");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.errors().lines())
                .singleElement()
                .asString()
                .startsWith("bench: no engine is on the class path, so nothing can compute; add the dependency");
    }

    @Test
    void aCommandThatNamesAnAbsentEngineIsALineWithTheDependencyAndExitCode2() throws Exception {
        ChildJvm.Ended ended = ChildJvm.with()
                .run(without(ND4J), folder, Netwright.class, "bench", "--network", "lenet", "--kernels", "nd4j");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.errors().lines())
                .containsExactly("bench: the engine nd4j isn't on the class path; add the dependency"
                        + " dev.netwright:netwright-nd4j-cpu");
    }

    private static String without(Pattern entries) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entries.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
