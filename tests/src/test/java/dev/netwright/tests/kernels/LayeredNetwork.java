package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingProgram;
import java.util.List;
import java.util.stream.Stream;

/** Some layers between images and a fully connected readout. */
record LayeredNetwork(Layers layers) implements TestNetwork {
    @Override
    public ParameterTable parameters() {
        ParameterTable.Builder builder = ParameterTable.builder();
        layers.describe(builder);
        return builder.linear("readout", CLASSES, layers.output().size()).build();
    }

    @Override
    public Programs programs() {
        return new Programs(
                binding -> new Training(bound(binding, Mode.TRAINING)),
                binding -> new Inference(bound(binding, Mode.INFERENCE)));
    }

    @Override
    public List<Integer> batches() {
        return Stream.of(1, 4, 3).filter(size -> size >= layers.smallestBatch()).toList();
    }

    @Override
    public TestBatch batch(int size) {
        return TestBatch.gaussian(layers.images(), size);
    }

    @Override
    public String toString() {
        return layers.toString();
    }

    private KernelSequence bound(Binding binding, Mode mode) {
        KernelSequence kernels = new KernelSequence(binding, mode);
        Activation images = binding.images(layers.images(), kernels.slot());
        kernels.readout(layers.bind(kernels, images), CLASSES);
        return kernels;
    }

    private record Training(KernelSequence kernels) implements TrainingProgram {
        @Override
        public void forward() {
            kernels.forward();
        }

        @Override
        public void backward() {
            kernels.backward();
        }

        @Override
        public double loss() {
            return kernels.loss();
        }

        @Override
        public int correct() {
            return kernels.correct();
        }
    }

    private record Inference(KernelSequence kernels) implements InferenceProgram {
        @Override
        public void forward() {
            kernels.forward();
        }
    }
}
