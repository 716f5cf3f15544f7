package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/**
 * Runs a bound network over a dataset, image by image in the dataset's order. Nothing that training keeps is changed.
 */
public final class OutputPass {
    private OutputPass() {}

    /** Receives the target and the outputs of each image. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives one image.
         *
         * @param targets array that holds the image's target, as {@link Dataset#readTarget} writes it
         * @param first index of the target's first value
         * @param outputs array that holds the network's outputs
         * @param offset index of the image's first output
         */
        void image(float[] targets, int first, float[] outputs, int offset);
    }

    /**
     * Runs every image through the network.
     *
     * @param session the bound network
     * @param data the images
     * @param outputs number of outputs of the network
     * @param visitor receives each image's target and outputs
     */
    public static void forEach(InferenceSession session, Dataset data, int outputs, Visitor visitor) {
        float[] values = new float[session.batch() * outputs];
        float[] padded = new float[session.batch() * data.format().values()];
        int ofTarget = data.target().values();
        try (BatchLoader loader = BatchLoader.sequential(data, session.batch())) {
            for (Batch batch : loader.epoch(0)) {
                float[] images = batch.images();
                if (images.length < padded.length) {
                    System.arraycopy(images, 0, padded, 0, images.length);
                    images = padded;
                }
                session.load(images);
                session.program().forward();
                session.logits(values);
                for (int i = 0; i < batch.size(); i++) {
                    visitor.image(batch.targets(), i * ofTarget, values, i * outputs);
                }
            }
        }
    }

    /**
     * Whether the outputs of an image are numbers.
     *
     * @param outputs array that holds the outputs
     * @param offset index of the image's first output
     * @param count number of outputs
     * @return false if one is NaN or infinite
     */
    static boolean isFinite(float[] outputs, int offset, int count) {
        for (int k = offset; k < offset + count; k++) {
            if (!Float.isFinite(outputs[k])) {
                return false;
            }
        }
        return true;
    }
}
