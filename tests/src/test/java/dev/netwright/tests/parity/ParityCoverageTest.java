package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ParameterSpec;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.models.ModelClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No class of netwright-models goes without a comparison with PyTorch. */
final class ParityCoverageTest {
    static Stream<ParityNetwork> networks() {
        return ParityNetwork.all().stream().filter(network -> !network.models().isEmpty());
    }

    @Test
    void everyModelHasAFixtureOfItsArchitecture() {
        List<String> compared = networks()
                .flatMap(network -> network.models().stream())
                .map(NetworkType::name)
                .toList();
        List<String> models =
                ModelClasses.types().stream().map(NetworkType::name).toList();
        assertThat(compared)
                .as("models of ParityNetwork's table")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(models);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void modelsHaveTheLayersOfTheNetworkThatStandsForThem(ParityNetwork network) {
        for (NetworkType<?> model : network.models()) {
            assertThat(tensors(model)).as(model.name()).isEqualTo(tensors(network.type()));
        }
    }

    /** Names, and kernels of convolutions; channels and units may differ. */
    private static List<String> tensors(NetworkType<?> type) {
        return type.parameters().tensors().stream()
                .map(ParityCoverageTest::describe)
                .toList();
    }

    private static String describe(Parameter tensor) {
        return tensor.role() == ParameterSpec.Role.CONVOLUTION_WEIGHT
                ? tensor.name() + tensor.shape().subList(2, 4)
                : tensor.name();
    }
}
