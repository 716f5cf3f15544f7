package dev.netwright.tests.kernels;

import dev.netwright.operation.LossForm;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;

/** A network whose logits are its parameters: image n is the unit vector n, and column n of the one weight its logits. */
final class LogitsNetwork {
    private final int images;
    private final int classes;
    private final NetworkLayers layers;

    /** Room for so many images. */
    LogitsNetwork(int images, int classes) {
        this(images, classes, new SoftmaxCrossEntropy.Form());
    }

    LogitsNetwork(int images, int classes, LossForm loss) {
        this.images = images;
        this.classes = classes;
        layers = NetworkLayers.of(Shape.features(images))
                .block("network")
                .linear("logits", classes)
                .loss(loss);
    }

    ParameterTable parameters() {
        return ParameterTable.of(layers);
    }

    Programs programs() {
        return InterpretedPrograms.of(layers);
    }

    /** Gives each image its logits. */
    void write(ParameterMemory memory, float[][] logits) {
        float[] weight = new float[classes * images];
        for (int n = 0; n < images; n++) {
            for (int k = 0; k < classes; k++) {
                weight[k * images + n] = logits[n][k];
            }
        }
        memory.write(parameters().weight("logits"), weight);
        memory.write(parameters().tensor("logits.bias"), new float[classes]);
    }

    /** The unit vectors. */
    TestBatch batch(int... labels) {
        float[] pixels = new float[images * images];
        for (int n = 0; n < images; n++) {
            pixels[n * images + n] = 1;
        }
        return new TestBatch(pixels, labels);
    }
}
