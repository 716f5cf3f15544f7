package dev.netwright.processor.plan;

import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.Loss;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.shape.ShapedNode;
import dev.netwright.processor.torch.TorchNames;
import java.math.BigInteger;
import java.util.List;

/**
 * Everything that the generated class will say.
 *
 * @param spec the interface and the names
 * @param paper whom the architecture is after
 * @param images shape of one image
 * @param classes number of classes, or of the output's values if the loss isn't one of classification
 * @param loss what training lowers
 * @param fingerprint identity of the computation, 64 hexadecimal digits
 * @param parameters trainable tensors, layer by layer
 * @param torch what PyTorch's users call its layers, for each dialect
 * @param training the program for a training step
 * @param inference the program for evaluation and prediction
 * @param rows every layer, block by block
 * @param parameterCount trainable values
 * @param statisticsCount values of the running statistics
 * @param multiplyAdds of one image's forward pass, as torchinfo counts
 * @param receptiveField side of the last spatial layer's receptive field, in pixels
 */
public record NetworkPlan(
        SpecDeclaration spec,
        String paper,
        Shape images,
        int classes,
        Loss loss,
        String fingerprint,
        List<LayerParameters> parameters,
        List<TorchNames> torch,
        Program training,
        Program inference,
        List<SummaryRow> rows,
        long parameterCount,
        long statisticsCount,
        long multiplyAdds,
        long receptiveField) {

    /** Plans a network that every check has found sound. */
    public static NetworkPlan of(SpecDeclaration spec, ShapedNetwork network, List<TorchNames> torch) {
        return new NetworkPlan(
                spec,
                network.graph().paper(),
                network.images(),
                Math.toIntExact(network.output().size()),
                network.graph().loss(),
                Fingerprint.of(network),
                network.nodes().values().stream()
                        .filter(node -> !node.parameters().isEmpty())
                        .map(node -> new LayerParameters(
                                node.node().parameterPrefix(),
                                node.parameters().get(0).dimensions(),
                                node.parameters().size() == 2))
                        .toList(),
                torch,
                Program.of(network, Mode.TRAINING),
                Program.of(network, Mode.INFERENCE),
                rows(network),
                network.parameterCount(),
                statistics(network),
                network.multiplyAdds(),
                network.receptiveField());
    }

    /**
     * Float32 bytes of a training step, as the generated {@code trainingBytes} counts them; {@link Long#MAX_VALUE} if they are
     * beyond.
     *
     * @param batch at least 1
     * @param optimizerStates what an optimizer keeps for each parameter: 1 with momentum, 2 with Adam
     */
    public long trainingBytes(long batch, int optimizerStates) {
        BigInteger slots = BigInteger.valueOf(batch).multiply(BigInteger.valueOf(training.floatsPerImage()));
        BigInteger network = BigInteger.valueOf(parameterCount)
                .multiply(BigInteger.valueOf(2L + optimizerStates))
                .add(BigInteger.valueOf(statisticsCount));
        return slots.add(network)
                .multiply(BigInteger.valueOf(Float.BYTES))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /** The layers that summaries list: an activation is part of its layer's line. */
    public List<SummaryRow> listedRows() {
        return rows.stream()
                .filter(row -> !(row.layer().node().layer() instanceof Layer.Activation))
                .toList();
    }

    /** A norm has a running mean and a running variance for each channel, as it has a weight and a bias. */
    private static long statistics(ShapedNetwork network) {
        return network.nodes().values().stream()
                .filter(node -> node.node().layer() instanceof Layer.BatchNorm)
                .mapToLong(ShapedNode::parameterCount)
                .sum();
    }

    private static List<SummaryRow> rows(ShapedNetwork network) {
        return network.graph().blocks().stream()
                .flatMap(block ->
                        block.nodes().stream().map(node -> new SummaryRow(block.name(), network.node(node.name()))))
                .toList();
    }
}
