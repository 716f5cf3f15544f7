package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/**
 * Runs a bound network over a dataset, image by image in the dataset's order. Nothing that training keeps is changed.
 */
public final class Classification {
    private Classification() {}

    /** Receives the logits of each image. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives one image's logits.
         *
         * @param label the image's class
         * @param logits array that holds the logits
         * @param offset index of the image's first logit
         * @param classes number of logits
         */
        void image(int label, float[] logits, int offset, int classes);
    }

    /**
     * Runs every image through the network.
     *
     * @param session the bound network
     * @param data the images
     * @param classes number of classes of the network
     * @param visitor receives each image's logits
     */
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

    /**
     * The class with the largest logit; the first one if several are equal.
     *
     * @param logits array that holds the logits
     * @param offset index of the image's first logit
     * @param classes number of logits
     * @return index of the class, from 0
     */
    public static int largest(float[] logits, int offset, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (logits[offset + k] > logits[offset + best]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Cross-entropy of an image, computed in double precision: {@code log(sum exp(z)) - z_label}.
     *
     * @param label the image's class
     * @param logits array that holds the logits
     * @param offset index of the image's first logit
     * @param classes number of logits
     * @return the cross-entropy in nats, at least 0
     */
    public static double crossEntropy(int label, float[] logits, int offset, int classes) {
        double largest = logits[offset + largest(logits, offset, classes)];
        double sum = 0;
        for (int k = offset; k < offset + classes; k++) {
            sum += Math.exp(logits[k] - largest);
        }
        return Math.log(sum) + largest - logits[offset + label];
    }
}
