package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.summary.LayerFacts;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Freezing goes by the structure's names of layers: no parameter may belong to a layer that the structure doesn't know. */
class StructureNamesTest {
    @ParameterizedTest
    @MethodSource("dev.netwright.tests.models.ModelClasses#types")
    void everyParameterBelongsToALayerOfTheStructure(NetworkType<?> type) {
        FrozenLayers all =
                new FrozenLayers(type.structure().layers().map(LayerFacts::name).collect(Collectors.toSet()));
        assertThat(type.parameters().tensors())
                .as(type.name())
                .extracting(Parameter::layer)
                .allMatch(all::has);
    }
}
