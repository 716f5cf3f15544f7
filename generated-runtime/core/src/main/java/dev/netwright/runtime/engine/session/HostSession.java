package dev.netwright.runtime.engine.session;

import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;

/** The host's side of a bound program: images and labels in, logits out. */
public final class HostSession {
    private HostSession() {}

    /**
     * A training step.
     *
     * @param program the step over bound kernels
     * @param entry prepares each thread that calls the program, for example its number of OpenMP threads
     * @param images the program's input
     * @param imageSize values of an image
     * @param targets what the loss compares the output with
     * @param clock gives the kernels random numbers, the step's number and the labels
     */
    public record Training(
            TrainingProgram program,
            Runnable entry,
            HostArray images,
            int imageSize,
            LossTargets targets,
            StepClock clock)
            implements TrainingSession {
        /** What rounding may add to the sum of float32 shares. */
        private static final double MOST_DEVIATION = 1e-3;

        @Override
        public TrainingProgram program() {
            entry.run();
            return program;
        }

        @Override
        public int batch() {
            return clock.batch();
        }

        @Override
        public void load(float[] pixels, int[] labels, int step) {
            if (!(targets instanceof LossTargets.Labels expected)) {
                throw new IllegalStateException(
                        "the loss compares outputs with values and needs those as targets, found labels of classes");
            }
            requireImages(pixels, batch(), imageSize);
            requireLabels(labels, expected.classes());
            images.write(pixels, batch() * imageSize);
            clock.advance(step);
            clock.label(labels);
        }

        @Override
        public void load(float[] pixels, float[] outputs, int step) {
            if (targets instanceof LossTargets.Labels labels) {
                loadShares(pixels, outputs, labels.classes(), step);
                return;
            }
            int outputSize = targets instanceof LossTargets.Values values
                    ? values.size()
                    : ((LossTargets.Hosted) targets).size();
            requireImages(pixels, batch(), imageSize);
            if (outputs.length < (long) batch() * outputSize) {
                throw new IllegalArgumentException("a batch of " + batch() + " images needs "
                        + (long) batch() * outputSize + " target values, found " + outputs.length);
            }
            images.write(pixels, batch() * imageSize);
            if (targets instanceof LossTargets.Values values) {
                values.array().write(outputs, batch() * outputSize);
            } else {
                clock.target(outputs, batch() * outputSize);
            }
            clock.advance(step);
        }

        private void loadShares(float[] pixels, float[] shares, int classes, int step) {
            requireImages(pixels, batch(), imageSize);
            requireShares(shares, classes);
            images.write(pixels, batch() * imageSize);
            clock.advance(step);
            clock.share(shares, classes);
        }

        private void requireShares(float[] shares, int classes) {
            if (shares.length < (long) batch() * classes) {
                throw new IllegalArgumentException("a batch of " + batch() + " images needs a share of each of the "
                        + classes + " classes for each, " + (long) batch() * classes + " targets, found "
                        + shares.length);
            }
            for (int i = 0; i < batch(); i++) {
                double sum = 0;
                boolean isPositive = true;
                for (int k = i * classes; k < (i + 1) * classes; k++) {
                    sum += shares[k];
                    isPositive &= shares[k] >= 0;
                }
                if (!isPositive || !(Math.abs(sum - 1) <= MOST_DEVIATION)) {
                    throw new IllegalArgumentException("the shares of the classes in image " + i
                            + " of the batch must be at least 0 and add up to 1, found a sum of " + sum);
                }
            }
        }

        private void requireLabels(int[] labels, int classes) {
            if (labels.length < batch()) {
                throw new IllegalArgumentException(
                        "a batch of " + batch() + " images needs as many labels, found " + labels.length);
            }
            for (int i = 0; i < batch(); i++) {
                if (labels[i] < 0 || labels[i] >= classes) {
                    throw new IllegalArgumentException(
                            "image " + i + " of the batch has label " + labels[i] + ", expected 0 to " + (classes - 1)
                                    + "; the network was declared with classes = " + classes);
                }
            }
        }
    }

    /**
     * A forward pass.
     *
     * @param program the pass over bound kernels
     * @param entry prepares each thread that calls the program, for example its number of OpenMP threads
     * @param images the program's input
     * @param logitValues the program's output
     * @param imageSize values of an image
     * @param batch images in each batch
     */
    public record Inference(
            InferenceProgram program, Runnable entry, HostArray images, HostArray logitValues, int imageSize, int batch)
            implements InferenceSession {
        @Override
        public InferenceProgram program() {
            entry.run();
            return program;
        }

        @Override
        public void load(float[] pixels) {
            requireImages(pixels, batch, imageSize);
            images.write(pixels, batch * imageSize);
        }

        @Override
        public void logits(float[] target) {
            logitValues.read(target);
        }
    }

    private static void requireImages(float[] pixels, int batch, int imageSize) {
        if (pixels.length < (long) batch * imageSize) {
            throw new IllegalArgumentException("a batch of " + batch + " images needs " + (long) batch * imageSize
                    + " numbers, found " + pixels.length);
        }
    }
}
