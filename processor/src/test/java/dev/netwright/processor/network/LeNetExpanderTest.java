package dev.netwright.processor.network;

import static dev.netwright.processor.network.SampleNetworks.batchNorm;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.normalized;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.BatchNorm;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.shape.ShapedNetwork;
import org.junit.jupiter.api.Test;

final class LeNetExpanderTest {
    /** torchinfo's numbers for the same layers in PyTorch, with {@code BatchNorm1d} after the fully connected ones. */
    @Test
    void hasThePublishedCountsOfTheBatchNormalizedForm() {
        ShapedNetwork network = shaped(normalized(leNet(28, 0, "MAX", "SIGMOID"), batchNorm()));

        assertThat(network.parameterCount()).isEqualTo(44_878);
        assertThat(network.multiplyAdds()).isEqualTo(286_786);
        assertThat(network.receptiveField()).isEqualTo(16);
    }

    @Test
    void normsComeBeforeActivationsAndNotAfterTheLastLayer() {
        NetworkGraph graph = LeNetExpander.expand(normalized(leNet(28, 0, "MAX", "SIGMOID"), batchNorm()));

        assertThat(graph.nodes().map(Node::name))
                .containsExactly(
                        "c1",
                        "c1_norm",
                        "c1_sigmoid",
                        "s2",
                        "c3",
                        "c3_norm",
                        "c3_sigmoid",
                        "s4",
                        "c5",
                        "c5_norm",
                        "c5_sigmoid",
                        "f6",
                        "f6_norm",
                        "f6_sigmoid",
                        "f7");
        assertThat(graph.nodes().map(Node::parameterPrefix)).contains("c1.norm", "f6.norm");
    }

    @Test
    void theRunningVarianceMayBeBiased() {
        BatchNormDeclaration norm = batchNorm(1e-3, 0.2, "BIASED");

        assertThat(LeNetExpander.expand(normalized(leNet(28, 0, "MAX", "SIGMOID"), norm))
                        .nodes()
                        .map(Node::layer))
                .contains(new BatchNorm.Form(1e-3, 0.2, false));
    }
}
