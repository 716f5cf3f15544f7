package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.TrainingProgram;

/** A network whose logits are its parameters: image n is the unit vector n, and column n of the one weight its logits. */
final class LogitsNetwork {
    private final int images;
    private final int classes;

    /** Room for so many images. */
    LogitsNetwork(int images, int classes) {
        this.images = images;
        this.classes = classes;
    }

    ParameterTable parameters() {
        return ParameterTable.builder().linear("logits", classes, images).build();
    }

    Programs programs() {
        return new Programs(Training::new, Inference::new);
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

    private final class Training implements TrainingProgram {
        private final Linear linear;
        private final SoftmaxCrossEntropy loss;

        Training(Binding binding) {
            Activation input = binding.images(Shape.features(images), Slot.of(0));
            Activation logits = binding.logits(Shape.features(classes), Slot.of(1), Slot.of(2));
            linear = binding.linear("logits", input, logits, ActivationFunction.IDENTITY);
            loss = binding.softmaxCrossEntropy(logits, Slot.of(3));
        }

        @Override
        public void forward() {
            linear.forward();
            loss.forward();
        }

        @Override
        public void backward() {
            loss.backward();
            linear.backward();
        }

        @Override
        public double loss() {
            return loss.mean();
        }

        @Override
        public int correct() {
            return loss.correct();
        }
    }

    private final class Inference implements InferenceProgram {
        private final Linear linear;

        Inference(Binding binding) {
            Activation input = binding.images(Shape.features(images), Slot.of(0));
            linear = binding.linear(
                    "logits", input, binding.logits(Shape.features(classes), Slot.of(1)), ActivationFunction.IDENTITY);
        }

        /** A program that runs backwards by mistake. */
        @Override
        public void forward() {
            linear.forward();
            linear.backward();
        }
    }
}
