package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.runtime.kernel.TrainingProgram;

/** One kernel on images, whose output has targets. */
record RegressionNetwork(KernelUnderTest kernel, double factor) {
    ParameterTable parameters() {
        ParameterTable.Builder builder = ParameterTable.builder();
        kernel.describe(builder);
        return builder.build();
    }

    Programs programs() {
        return new Programs(this::training, this::inference);
    }

    private TrainingProgram training(Binding binding) {
        Activation images = binding.images(kernel.input(), Slot.of(0));
        Activation output = binding.logits(kernel.output(), Slot.of(1), Slot.of(2));
        Kernel layer = kernel.bind(binding, Mode.TRAINING, images, output, Slot.of(3));
        return new Training(layer, binding.squaredError(output, Slot.of(4), factor));
    }

    private InferenceProgram inference(Binding binding) {
        Activation images = binding.images(kernel.input(), Slot.of(0));
        Activation output = binding.logits(kernel.output(), Slot.of(1));
        return kernel.bind(binding, Mode.INFERENCE, images, output, Slot.of(3))::forward;
    }

    private record Training(Kernel layer, SquaredError error) implements TrainingProgram {
        @Override
        public void forward() {
            layer.forward();
            error.forward();
        }

        @Override
        public void backward() {
            error.backward();
            layer.backward();
        }

        @Override
        public double loss() {
            return error.sum();
        }

        @Override
        public int correct() {
            return 0;
        }
    }
}
