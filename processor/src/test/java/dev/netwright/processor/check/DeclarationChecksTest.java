package dev.netwright.processor.check;

import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.as;
import static dev.netwright.processor.network.SampleNetworks.at;
import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.loss;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static dev.netwright.processor.network.SampleNetworks.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Interval;
import dev.netwright.processor.declaration.VggDeclaration;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclarationChecksTest {
    private static VggDeclaration of(int ratio, VggDeclaration.Block... blocks) {
        return vgg(images(3, 32, 32), 10, ratio, List.of(blocks), hidden(0));
    }

    private static VggDeclaration.Block blockOf(WrittenNumber convs, WrittenNumber channels) {
        return new VggDeclaration.Block(convs, channels, written(3), written(0), as(List.of()), at("blocks[0]"));
    }

    @Test
    void aBlockNeedsOneConvolutionOfEitherKind() {
        assertThat(new BlocksHaveConvolutions()
                        .check(of(1, block(1, 8, 3, 0), block(0, 8, 3, 1), block(2, 8, 3, 2)))
                        .findings())
                .isEmpty();
        assertThat(new BlocksHaveConvolutions()
                        .check(of(1, block(0, 8, 3, 0), block(1, 8, 3, 0), block(0, 8, 3, 0)))
                        .findings())
                .hasSize(2)
                .extracting(Finding::problem)
                .containsOnly(Problem.EMPTY_BLOCK);
    }

    @Test
    void aBlockIsNotEmptyBecauseItsNumberIsIllegal() {
        VggDeclaration vgg = of(1, blockOf(new WrittenNumber(new Interval(0, 50), NOWHERE), written(8)));

        assertThat(new BlocksHaveConvolutions().check(vgg).isClean()).isTrue();
    }

    @Test
    void theRatioDividesOrEachBlockIsReported() {
        assertThat(new RatioDividesChannels()
                        .check(of(8, block(1, 64, 3, 0), block(1, 8, 3, 0)))
                        .isClean())
                .isTrue();
        assertThat(new RatioDividesChannels()
                        .check(of(8, block(1, 63, 3, 0), block(1, 8, 3, 0), block(1, 7, 3, 0)))
                        .findings())
                .hasSize(2);
    }

    @Test
    void nothingIsReportedAboutATaintedNumber() {
        VggDeclaration channels = of(4, blockOf(written(1), new WrittenNumber(Interval.POSITIVE, NOWHERE)));
        VggDeclaration ratio = new VggDeclaration(
                images(3, 32, 32),
                written(10),
                as(List.of(block(1, 7, 3, 0))),
                new WrittenNumber(Interval.POSITIVE, NOWHERE),
                as(List.of()),
                true,
                as(List.of()),
                as("AFTER_ACTIVATION"),
                loss("CROSS_ENTROPY"));

        assertThat(new RatioDividesChannels().check(channels).isClean()).isTrue();
        assertThat(new RatioDividesChannels().check(ratio).isClean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 8, 96",
        "102, 8, 104",
        "3, 8, 8",
        "5, 2, 4",
        "2147483647, 2, 2147483646",
        "7, 2147483647, 2147483647"
    })
    void suggestsTheNearestLegalNumber(int channels, int ratio, int suggestion) {
        assertThat(new RatioDividesChannels()
                        .check(of(ratio, block(1, channels, 3, 0)))
                        .findings())
                .singleElement()
                .extracting(Finding::fix)
                .asString()
                .startsWith("set channels = " + suggestion + ", or ratio = ");
    }
}
