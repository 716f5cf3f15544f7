package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;
import java.util.Arrays;

/** The host's side of a bound program. */
final class ReferenceSession {
    private ReferenceSession() {}

    /** A training step. */
    record Training(TrainingProgram program, ImageInput images, int classes, StepInput step)
            implements TrainingSession {
        @Override
        public int batch() {
            return step.batch();
        }

        @Override
        public void load(float[] pixels, int[] labels, int number) {
            if (labels.length < batch()) {
                throw new IllegalArgumentException(
                        "a batch of " + batch() + " images needs as many labels, found " + labels.length);
            }
            for (int i = 0; i < batch(); i++) {
                if (labels[i] < 0 || labels[i] >= classes) {
                    throw new IllegalArgumentException(
                            "image " + i + " has label " + labels[i] + ", expected 0 to " + (classes - 1));
                }
            }
            images.load(pixels);
            step.next(number, labels);
        }
    }

    /** A forward pass. */
    record Inference(InferenceProgram program, ImageInput images, Tensor logitValues) implements InferenceSession {
        @Override
        public int batch() {
            return logitValues.batch();
        }

        @Override
        public void load(float[] pixels) {
            images.load(pixels);
        }

        @Override
        public void logits(float[] target) {
            int available = batch() * logitValues.imageSize();
            if (target.length > available) {
                throw new IllegalArgumentException("there are " + available + " numbers, found " + target.length);
            }
            for (int i = 0; i < target.length; i++) {
                int classes = logitValues.imageSize();
                target[i] = (float) logitValues.get(i / classes, i % classes);
            }
        }
    }

    /** Where images go. Everything else in the arena becomes NaN: a step may read nothing that it hasn't written itself. */
    static final class ImageInput {
        private final Tensor images;
        private final double[] arena;

        ImageInput(Tensor images, double[] arena) {
            this.images = images;
            this.arena = arena;
        }

        void load(float[] pixels) {
            int needed = images.batch() * images.imageSize();
            if (pixels.length < needed) {
                throw new IllegalArgumentException("a batch of " + images.batch() + " images needs " + needed
                        + " numbers, found " + pixels.length);
            }
            Arrays.fill(arena, Double.NaN);
            for (int i = 0; i < needed; i++) {
                images.set(i / images.imageSize(), i % images.imageSize(), pixels[i]);
            }
        }
    }
}
