package dev.netwright.processor.plan;

import static dev.netwright.processor.network.BranchedNetworks.denseNet;
import static dev.netwright.processor.network.BranchedNetworks.normalizedGoogLeNet;
import static dev.netwright.processor.network.BranchedNetworks.resNet;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static dev.netwright.processor.network.SampleNetworks.withLoss;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Layer;
import dev.netwright.operation.Loss;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Operation;
import dev.netwright.operation.ParameterShape;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.Value;
import dev.netwright.processor.network.AuxiliaryHead;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layers that generated classes list are the layers that were inferred and checked. */
final class LayerListingTest {
    private static final List<ShapedNetwork> PUBLISHED = List.of(
            shaped(leNet(28, 2, "AVERAGE", "SIGMOID")),
            ShapeInference.infer(ResNetExpander.expand(resNet("BOTTLENECK", 3, 64, 4, 128, 6, 256, 3, 512))),
            ShapeInference.infer(InceptionExpander.expand(normalizedGoogLeNet(160))),
            ShapeInference.infer(DenseNetExpander.expand(denseNet(6, 12, 24, 16))));

    private static Stream<ShapedNetwork> networks() {
        return Stream.concat(PUBLISHED.stream(), SampleNetworks.random(11).limit(500));
    }

    /** Everything that is computed twice and could differ: shapes, tensors, counts and receptive fields. */
    @Test
    void eachLayerIsTheOneThatWasInferred() {
        networks().forEach(network -> {
            NetworkLayers listed = LayerListing.of(network.graph());
            Map<String, ReceptiveField> fields = listed.receptiveFields();
            List<Layer> layers = listed.layers().toList();
            List<ShapedNode> nodes = List.copyOf(network.nodes().values());

            assertThat(layers).hasSameSizeAs(nodes);
            for (int i = 0; i < nodes.size(); i++) {
                assertSame(layers.get(i), nodes.get(i));
                assertThat(fields)
                        .containsEntry(layers.get(i).name(), nodes.get(i).receptiveField());
            }
        });
    }

    private static void assertSame(Layer layer, ShapedNode node) {
        assertThat(layer.name()).isEqualTo(node.node().name());
        assertThat(layer.inputs()).extracting(Value::name).isEqualTo(node.node().inputs());
        assertThat(layer.inputs())
                .extracting(Value::batched)
                .isEqualTo(node.inputs().stream().map(Shape::batched).toList());
        assertThat(layer.output().batched())
                .as(layer.name())
                .isEqualTo(node.output().batched());
        assertThat(layer.output().isVector()).isEqualTo(node.output().isVector());
        assertThat(layer.parameters().stream()
                        .filter(tensor -> tensor.role().isTrainable())
                        .map(ParameterSpec::shape))
                .isEqualTo(node.parameters().stream()
                        .map(ParameterShape::dimensions)
                        .toList());
        assertThat(layer.parameterCount()).isEqualTo(node.parameterCount());
        assertThat(layer.multiplyAdds()).isEqualTo(node.multiplyAdds());
        if (layer instanceof Operation operation) {
            assertThat(operation.parameterPrefix()).isEqualTo(node.node().parameterPrefix());
        }
    }

    @Test
    void sumsAreTheNetworks() {
        networks().forEach(network -> {
            NetworkLayers listed = LayerListing.of(network.graph());

            assertThat(listed.parameterCount()).isEqualTo(network.parameterCount());
            assertThat(listed.multiplyAdds()).isEqualTo(network.multiplyAdds());
            assertThat(listed.receptiveField()).isEqualTo(network.receptiveField());
            assertThat(listed.images().batched()).isEqualTo(network.images().batched());
            assertThat(listed.output().name()).isEqualTo(network.graph().output());
        });
    }

    @Test
    void blocksAndHeadsAreTheGraphs() {
        networks().forEach(network -> {
            NetworkLayers listed = LayerListing.of(network.graph());

            assertThat(listed.blocks())
                    .extracting(dev.netwright.operation.Block::name)
                    .isEqualTo(network.graph().blocks().stream()
                            .filter(block -> !block.nodes().isEmpty())
                            .map(Block::name)
                            .toList());
            assertThat(listed.losses().stream()
                            .skip(1)
                            .map(loss -> loss.output().name() + " " + loss.weight()))
                    .containsExactlyInAnyOrderElementsOf(network.graph().auxiliaryHeads().stream()
                            .map(LayerListingTest::text)
                            .toList());
        });
    }

    private static String text(AuxiliaryHead head) {
        return head.logits() + " " + head.weight();
    }

    @Test
    void theLossIsTheSpecs() {
        assertThat(loss("CROSS_ENTROPY").name()).isEqualTo("loss");
        assertThat(loss("SQUARED_ERROR"))
                .isInstanceOfSatisfying(
                        SquaredError.class, loss -> assertThat(loss.factor()).isEqualTo(1));
        assertThat(loss("HALF_SQUARED_ERROR"))
                .isInstanceOfSatisfying(
                        SquaredError.class, loss -> assertThat(loss.factor()).isEqualTo(0.5));
    }

    private static Loss loss(String name) {
        ShapedNetwork network =
                shaped(withLoss(vgg(images(1, 8, 8), 10, 1, SampleNetworks.blocks(1, 4), hidden(0.5, 32)), name));
        return LayerListing.of(network.graph()).losses().get(0);
    }
}
