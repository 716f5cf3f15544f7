package dev.netwright.processor.plan;

import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import java.util.List;

/**
 * Everything that the generated class will say.
 *
 * @param spec the interface and the names
 * @param paper whom the architecture is after
 * @param images shape of one image
 * @param classes number of classes
 * @param fingerprint identity of the computation, 64 hexadecimal digits
 * @param parameters trainable tensors, layer by layer
 * @param training the program for a training step
 * @param inference the program for evaluation and prediction
 * @param rows the summary's lines
 * @param parameterCount trainable values
 * @param multiplyAdds of one image's forward pass, as torchinfo counts
 * @param receptiveField side of the last spatial layer's receptive field, in pixels
 */
public record NetworkPlan(
        SpecDeclaration spec,
        String paper,
        Shape images,
        int classes,
        String fingerprint,
        List<LayerParameters> parameters,
        Program training,
        Program inference,
        List<SummaryRow> rows,
        long parameterCount,
        long multiplyAdds,
        long receptiveField) {

    /** Plans a network that every check has found sound. */
    public static NetworkPlan of(SpecDeclaration spec, ShapedNetwork network) {
        return new NetworkPlan(
                spec,
                network.graph().paper(),
                network.images(),
                network.graph().classes(),
                Fingerprint.of(network),
                network.nodes().values().stream()
                        .filter(node -> !node.parameters().isEmpty())
                        .map(node -> new LayerParameters(
                                node.node().name(), node.parameters().get(0).dimensions()))
                        .toList(),
                Program.of(network, Mode.TRAINING),
                Program.of(network, Mode.INFERENCE),
                network.nodes().values().stream()
                        .filter(node -> !(node.node().layer() instanceof Layer.Activation))
                        .map(NetworkPlan::row)
                        .toList(),
                network.parameterCount(),
                network.multiplyAdds(),
                network.receptiveField());
    }

    private static SummaryRow row(ShapedNode node) {
        return new SummaryRow(
                node.node().name(),
                node.output(),
                node.parameterCount(),
                node.multiplyAdds(),
                node.receptiveField().side());
    }
}
