package dev.netwright.processor.plan;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Target;
import dev.netwright.operation.Value;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.plan.onednn.ReferenceMemory;
import dev.netwright.processor.declaration.SpecDeclaration;
import dev.netwright.processor.shape.ShapedNetwork;
import dev.netwright.processor.torch.TorchNames;
import java.util.List;

/**
 * The contents of the generated class.
 *
 * @param spec the interface and the names
 * @param paper the architecture's source
 * @param layers the network's layers
 * @param fingerprint identity of the computation, 64 hexadecimal digits
 * @param torch the names of its layers in PyTorch, for each dialect
 * @param training a training step and its memory for the batch that the card shows
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
                ProgramMemory.of(layers, Mode.TRAINING),
                ProgramMemory.of(layers, Mode.INFERENCE));
    }

    /** The images that it reads. */
    public Value images() {
        return layers.images();
    }

    /** Number of classes, also of pixels, or of the output's values if the loss isn't for classification. */
    public int classes() {
        return layers.target().labels();
    }

    /** {@code classes}, or {@code values}. */
    public String outputs() {
        return layers.isClassifier() || layers.target() instanceof Target.PerPixel
                ? "classes"
                : layers.target() instanceof Target.SeveralLabels ? "labels" : "values";
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

    /** Bytes that one more image adds to a large batch of a training step, on the reference machine. */
    public long trainingBytesPerImage() {
        return training.bytesPerImage();
    }

    /** Bytes that one more image adds to a large batch of a prediction, on the reference machine. */
    public long inferenceBytesPerImage() {
        return inference.bytesPerImage();
    }

    /** {@link OneDnnReference#trainingBytes}, as in the generated class. */
    public long trainingBytes(long batch, int optimizerStates) {
        return OneDnnReference.trainingBytes(layers, batch, optimizerStates);
    }

    /** {@link OneDnnReference#of}: one plan, of which several numbers may be read. */
    public ReferenceMemory memory(Mode mode, int batch) {
        return OneDnnReference.of(layers, mode, batch);
    }
}
