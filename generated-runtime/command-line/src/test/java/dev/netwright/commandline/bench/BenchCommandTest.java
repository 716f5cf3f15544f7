package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Json;
import dev.netwright.commandline.PrintedOutput;
import dev.netwright.commandline.argument.OptionFaults;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class BenchCommandTest {
    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    private int ceilings;

    @Test
    void everyNetworkAndModeIsALineOfJson() {
        int exit = run("--network lenet,bnlenet --mode train,infer,infer1 --batch 4 --steps 2 --warmup 1 --json");

        assertThat(exit).isZero();
        List<Map<String, @Nullable Object>> results = lines().map(Json::object).toList();
        assertThat(results)
                .extracting(result -> result.get("workload") + " " + result.get("mode") + " " + result.get("batch"))
                .containsExactly(
                        "lenet train 4",
                        "lenet infer 4",
                        "lenet infer1 1",
                        "bnlenet train 4",
                        "bnlenet infer 4",
                        "bnlenet infer1 1");
        assertThat(results)
                .allSatisfy(result -> assertThat(result)
                        .containsEntry("timed", 2)
                        .containsEntry("warmups", 1)
                        .containsEntry("ceiling_gflops", 100.0)
                        .doesNotContainKey("layers"));
        assertThat(ceilings).as("the machine's ceiling is measured once").isEqualTo(1);
    }

    @Test
    void aPersonSeesTheCeilingAndATable() {
        int exit = run("--network dev.netwright.models.exercises.EdgeDetector --kernels nd4j --steps 2 --warmup 1");

        assertThat(exit).isZero();
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("ceiling 100.0 GFLOP/s"),
                        line -> assertThat(line).startsWith("network").contains("median ms", "of ceiling", "peak MiB"),
                        line -> assertThat(line)
                                .startsWith("dev.netwright.models.exercises.EdgeDetector")
                                .containsPattern(" train +32 +nd4j +\\d+ +\\d+\\.\\d+"));
    }

    @Test
    void layersAreShownOnRequest() {
        run("--network lenet --batch 2 --steps 2 --warmup 1 --layers");

        assertThat(lines().map(line -> line.strip().replaceFirst(" .*", "")))
                .containsExactly(
                        "ceiling",
                        "network",
                        "lenet",
                        "layer",
                        "c1",
                        "s2",
                        "c3",
                        "s4",
                        "c5",
                        "f6",
                        "f7",
                        "loss",
                        "load",
                        "update",
                        "together");
    }

    /** LeNet28 is the workload lenet, and takes its batch. */
    @Test
    void aClassThatIsAWorkloadIsBenchmarkedAsThatOne() {
        run("--network dev.netwright.models.lenet.LeNet28,lenet-bn --steps 1 --warmup 1 --mode INFER --json");

        assertThat(lines().map(Json::object).map(result -> result.get("workload") + " " + result.get("batch")))
                .containsExactly("lenet 256", "bnlenet 256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network lenet --batch 0       | --batch must be at least 1, found 0",
                "--network lenet --steps 0       | --steps must be at least 1, found 0",
                "--network lenet --warmup 0      | --warmup must be at least 1, found 0",
                "--network lenet --steps many    | Invalid value for option '--steps'",
                "--network lenet --kernels cudnn | there are no kernels called 'cudnn'",
                "--network lenet --mode learn    | Invalid value for option '--mode'",
                "--network lenet-5               | workloads are lenet, bnlenet, alexnet",
                "--network lenet,lenet-5         | there is no class lenet-5",
                "--mode train                    | Missing required option: '--network",
                "--network lenet --shuffle       | Unknown option: '--shuffle'",
            })
    void anOptionThatCannotBeMetEndsWithCode2AndTheReason(String arguments, String reason) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(printed.errors()).contains(reason).doesNotContain("\tat ");
        assertThat(lines()).isEmpty();
    }

    private int run(String arguments) {
        return new CommandLine(new BenchCommand(kernels -> {
                    ceilings++;
                    return new Ceiling(100, 50);
                }))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OptionFaults())
                .execute(arguments.split(" "));
    }

    private Stream<String> lines() {
        return printed.output().lines();
    }
}
