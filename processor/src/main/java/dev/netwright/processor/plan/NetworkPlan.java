package dev.netwright.processor.plan;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Value;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.torch.TorchNames;
import java.math.BigInteger;
import java.util.List;

/**
 * Everything that the generated class will say.
 *
 * @param spec the interface and the names
 * @param paper whom the architecture is after
 * @param layers what the network consists of
 * @param fingerprint identity of the computation, 64 hexadecimal digits
 * @param torch what PyTorch's users call its layers, for each dialect
 * @param training a training step and its memory
 * @param inference evaluation and prediction, and their memory
 */
public record NetworkPlan(
        SpecDeclaration spec,
        String paper,
        NetworkLayers layers,
        String fingerprint,
        List<TorchNames> torch,
        ProgramMemory training,
        ProgramMemory inference) {
    /** Copies the list. */
    public NetworkPlan {
        torch = List.copyOf(torch);
    }

    /** Plans a network in which every check has found nothing wrong. */
    public static NetworkPlan of(SpecDeclaration spec, ShapedNetwork network, List<TorchNames> torch) {
        NetworkLayers layers = LayerListing.of(network.graph());
        return new NetworkPlan(
                spec,
                network.graph().paper(),
                layers,
                Fingerprint.of(network),
                torch,
                ProgramMemory.of(layers.program(Mode.TRAINING)),
                ProgramMemory.of(layers.program(Mode.INFERENCE)));
    }

    /** The images that it reads. */
    public Value images() {
        return layers.images();
    }

    /** Number of classes, or of the output's values if the loss isn't one of classification. */
    public int classes() {
        return layers.output().shape().size();
    }

    /** {@code classes}, or {@code values}. */
    public String outputs() {
        return layers.isClassifier() ? "classes" : "values";
    }

    /** Trainable values. */
    public long parameterCount() {
        return layers.parameterCount();
    }

    /** Values of the running statistics. */
    public long statisticsCount() {
        return layers.statisticsCount();
    }

    /** Multiply-adds of one image's forward pass, as torchinfo counts. */
    public long multiplyAdds() {
        return layers.multiplyAdds();
    }

    /** Side of the last spatial layer's receptive field, in pixels. */
    public long receptiveField() {
        return layers.receptiveField();
    }

    /**
     * Bytes of a training step, as the generated {@code trainingBytes} counts them; {@link Long#MAX_VALUE} if they are beyond.
     *
     * @param batch at least 1
     * @param optimizerStates what an optimizer keeps for each parameter: 1 with momentum, 2 with Adam
     */
    public long trainingBytes(long batch, int optimizerStates) {
        return bytes(training, batch, 2L + optimizerStates);
    }

    /**
     * Bytes of a prediction, as the generated {@code inferenceBytes} counts them; {@link Long#MAX_VALUE} if they are beyond.
     *
     * @param batch at least 1
     */
    public long inferenceBytes(long batch) {
        return bytes(inference, batch, 1);
    }

    private long bytes(ProgramMemory program, long batch, long copiesOfParameters) {
        BigInteger network = BigInteger.valueOf(parameterCount())
                .multiply(BigInteger.valueOf(copiesOfParameters))
                .add(BigInteger.valueOf(statisticsCount()))
                .multiply(BigInteger.valueOf(Float.BYTES));
        return BigInteger.valueOf(batch)
                .multiply(BigInteger.valueOf(program.bytes()))
                .add(network)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
