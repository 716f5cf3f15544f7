package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.kernel.TrainingSession;

/** The host's side of a bound program. */
final class ReferenceSession {
    private ReferenceSession() {}

    /** A training step. */
    record Training(TrainingProgram program, ImageInput images, StepInput step) implements TrainingSession {
        @Override
        public int batch() {
            return step.batch();
        }

        @Override
        public void load(float[] pixels, int[] labels, int number) {
            step.requireFit(labels);
            images.load(pixels);
            step.next(number, labels);
        }

        @Override
        public void load(float[] pixels, float[] targets, int number) {
            step.requireFit(targets);
            images.load(pixels);
            step.next(number, targets);
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
}
