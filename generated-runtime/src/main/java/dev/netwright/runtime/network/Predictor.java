package dev.netwright.runtime.network;

import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Workspace;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

/** Judges single pictures. Each concurrent call has memory of its own, kept for the next call. */
final class Predictor {
    private final NetworkType<?> type;
    private final NetworkState state;
    private final ConcurrentLinkedDeque<Workspace> idle = new ConcurrentLinkedDeque<>();

    Predictor(NetworkType<?> type, NetworkState state) {
        this.type = type;
        this.state = state;
    }

    List<Prediction> predict(BufferedImage picture) {
        float[] input = state.preprocessing()
                .orElseThrow(
                        () -> new IllegalStateException(
                                type.name()
                                        + " learned values that no preprocessing of pictures gives; evaluate it on such a dataset instead"))
                .apply(picture);
        float[] logits = new float[type.classes()];
        Workspace workspace = idle.pollFirst();
        if (workspace == null) {
            workspace = state.kernels().workspace(state.parameters(), type.programs(), 0);
            workspace.reserve(Mode.INFERENCE, 1);
        }
        try {
            InferenceSession session = workspace.inference(1);
            session.load(input);
            session.program().forward();
            session.logits(logits);
        } finally {
            idle.addFirst(workspace);
        }
        double[] probabilities = softmax(logits);
        return IntStream.range(0, logits.length)
                .mapToObj(k -> new Prediction(state.labels().get(k), k, probabilities[k]))
                .sorted(Comparator.comparingDouble(Prediction::probability).reversed())
                .toList();
    }

    void close() {
        for (Workspace workspace = idle.pollFirst(); workspace != null; workspace = idle.pollFirst()) {
            workspace.close();
        }
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
