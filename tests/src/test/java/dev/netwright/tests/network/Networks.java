package dev.netwright.tests.network;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small runs on bundled images, and what came of them. */
final class Networks {
    private Networks() {}

    /** The first training images in the size that a network takes. */
    static ImageDataset images(NetworkType<?> type, int count) {
        return FashionMnist.bundledTrain().first(count).resize(type.images().height());
    }

    /** Silent, in batches of 16. */
    static Training training() {
        return Training.with(Optimizer.sgd(0.05)).batch(16).listener(new TrainingListener() {});
    }

    /** Every parameter's values by name. */
    static Map<String, float[]> parameters(NeuralNetwork network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        network.type()
                .parameters()
                .parameters()
                .forEach(parameter -> values.put(parameter.name(), network.parameter(parameter.name())));
        return values;
    }
}
