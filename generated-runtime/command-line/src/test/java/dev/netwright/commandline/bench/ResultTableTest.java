package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** LeNet has 423,038 multiply-adds: the floor is 256 times that times 6 (or 2) by 200 GFLOP/s. */
final class ResultTableTest {
    @Test
    void aRunIsALineBelowTheHeader() {
        assertThat(ResultTable.header())
                .isEqualTo("network         mode    batch  kernels  threads  median ms     min ms     max ms"
                        + "   images/s   floor ms  of ceiling  peak MiB");
        assertThat(ResultTable.lines(BenchResults.inference()))
                .containsExactly("lenet           infer     256  nd4j           2     4.0000     3.5000     5.2500"
                        + "    64000.0     1.0830        27 %         -");
    }

    @Test
    void layersFollowTheirRun() {
        assertThat(ResultTable.lines(BenchResults.training()))
                .containsExactly(
                        "lenet           train     256  nd4j           2      16.00      12.50      20.25"
                                + "    16000.0     3.2489        20 %       301",
                        "    layer                     kernel         forward ms  backward ms    GFLOP/s     GFLOP/s   share  code",
                        "    c1                        convolution        4.0000       2.0000      100.0       199.0  37.5 %"
                                + "  jit:avx2; backward winograd with jit_1x1:avx2",
                        "    c3                        convolution        2.0000       4.0000      150.0 "
                                + "      250.0  37.5 %"
                                + "  jit:avx2; backward winograd with jit_1x1:avx2, above the ceiling",
                        "    s4                        pool               1.0000       1.0000          -           -  12.5 %",
                        "    load                                         0.2500            -          -           -   1.6 %",
                        "    together 89 % of a step of 16.00 ms");
    }

    @Test
    void theCeilingNamesItsParts() {
        assertThat(ResultTable.ceiling(BenchResults.CEILING))
                .isEqualTo("ceiling 200.0 GFLOP/s: the larger of a 5x3 convolution's 200.0 and a matrix product's"
                        + " 150.0");
    }
}
