package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/** Shows a dataset to a bound network, image by image in the dataset's order. Nothing that training keeps is touched. */
public final class Classification {
    private Classification() {}

    /** Is given each image's logits. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One image.
         *
         * @param label its class
         * @param logits holds the network's answer, {@code classes} numbers from {@code offset} on
         */
        void image(int label, float[] logits, int offset, int classes);
    }

    /** Runs every image through the network. */
    public static void forEach(InferenceSession session, Dataset data, int classes, Visitor visitor) {
        float[] logits = new float[session.batch() * classes];
        float[] padded = new float[session.batch() * data.format().values()];
        try (BatchLoader loader = BatchLoader.sequential(data, session.batch())) {
            for (Batch batch : loader.epoch(0)) {
                float[] images = batch.images();
                if (images.length < padded.length) {
                    System.arraycopy(images, 0, padded, 0, images.length);
                    images = padded;
                }
                session.load(images);
                session.program().forward();
                session.logits(logits);
                for (int i = 0; i < batch.size(); i++) {
                    visitor.image(batch.labels()[i], logits, i * classes, classes);
                }
            }
        }
    }

    /** The class with the largest logit; the first where several are largest. */
    public static int largest(float[] logits, int offset, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (logits[offset + k] > logits[offset + best]) {
                best = k;
            }
        }
        return best;
    }

    /** Cross-entropy of an image, in double: {@code log(sum exp(z)) - z_label}. */
    public static double crossEntropy(int label, float[] logits, int offset, int classes) {
        double largest = logits[offset + largest(logits, offset, classes)];
        double sum = 0;
        for (int k = offset; k < offset + classes; k++) {
            sum += Math.exp(logits[k] - largest);
        }
        return Math.log(sum) + largest - logits[offset + label];
    }
}
