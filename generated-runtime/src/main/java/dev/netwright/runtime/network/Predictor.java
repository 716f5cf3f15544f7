package dev.netwright.runtime.network;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Judges single pictures. */
final class Predictor {
    private final NetworkType<?> type;
    private final NetworkState state;
    private final InferenceMemory memory;

    Predictor(NetworkType<?> type, NetworkState state, InferenceMemory memory) {
        this.type = type;
        this.state = state;
        this.memory = memory;
    }

    List<Prediction> predict(BufferedImage picture) {
        float[] input = state.preprocessing()
                .orElseThrow(
                        () -> new IllegalStateException(
                                type.name()
                                        + " learned values that no preprocessing of pictures gives; evaluate it on such a dataset instead"))
                .apply(picture);
        float[] logits = memory.logits(input, 1);
        double[] probabilities = softmax(logits);
        return IntStream.range(0, logits.length)
                .mapToObj(k -> new Prediction(state.labels().get(k), k, probabilities[k]))
                .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
                .toList();
    }

    /** {@code exp(z - max z) / sum}, in double. */
    private static double[] softmax(float[] logits) {
        double largest = IntStream.range(0, logits.length)
                .mapToDouble(k -> logits[k])
                .max()
                .orElseThrow();
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            shares[k] = Math.exp(logits[k] - largest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
