package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.operation.Window;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network that shows everything about one kernel through the host's side of a session.
 *
 * <p>As an inner layer, the kernel's input is a parameter: image n is the unit vector n, and the convolution {@code source}
 * spreads each of its channels over a whole image, so that {@code source.weight} holds the inputs of the batch and its
 * gradient their gradients. As a first layer, the kernel reads the images. After it, {@code readout} mixes all of its
 * outputs into each of the logits.
 */
final class SingleKernelNetwork implements TestNetwork {
    /** Largest batch of an inner layer: the length of the unit vectors. */
    static final int LARGEST_BATCH = 4;

    private static final Slot IMAGES = Slot.of(0);
    private static final Slot INPUT = Slot.of(1);
    private static final Slot INPUT_GRADIENT = Slot.of(2);
    private static final Slot OUTPUT = Slot.of(3);
    private static final Slot OUTPUT_GRADIENT = Slot.of(4);
    private static final Slot LOGITS = Slot.of(5);
    private static final Slot LOGITS_GRADIENT = Slot.of(6);
    private static final Slot LOG_PROBABILITIES = Slot.of(7);
    private static final Slot SAVED = Slot.of(8);

    private final KernelUnderTest kernel;
    private final boolean isFirstLayer;

    private SingleKernelNetwork(KernelUnderTest kernel, boolean isFirstLayer) {
        this.kernel = kernel;
        this.isFirstLayer = isFirstLayer;
    }

    static SingleKernelNetwork innerLayer(KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, false);
    }

    static SingleKernelNetwork firstLayer(KernelUnderTest kernel) {
        return new SingleKernelNetwork(kernel, true);
    }

    private Shape images() {
        return isFirstLayer ? kernel.input() : Shape.features(LARGEST_BATCH);
    }

    @Override
    public List<Integer> batches() {
        return Stream.of(1, 4, 3).filter(size -> size >= kernel.smallestBatch()).toList();
    }

    @Override
    public TestBatch batch(int size) {
        return isFirstLayer ? TestBatch.gaussian(kernel.input(), size) : TestBatch.unitVectors(LARGEST_BATCH, size);
    }

    @Override
    public ParameterTable parameters() {
        ParameterTable.Builder builder = ParameterTable.builder();
        Shape input = kernel.input();
        if (!isFirstLayer && kernel.isBlindToConstants()) {
            builder.convolutionWithoutBias("source", input.channels(), LARGEST_BATCH, input.height(), input.width());
        } else if (!isFirstLayer) {
            builder.convolution("source", input.channels(), LARGEST_BATCH, input.height(), input.width());
        }
        kernel.describe(builder);
        return builder.linear("readout", CLASSES, kernel.output().size()).build();
    }

    @Override
    public Programs programs() {
        return new Programs(Training::new, Inference::new);
    }

    @Override
    public String toString() {
        return kernel + (isFirstLayer ? " on images" : " between layers");
    }

    private ConvBiasActivation source(Binding binding, Activation images, Activation input) {
        int height = kernel.input().height();
        int width = kernel.input().width();
        Window window = Window.of(height, width, 1, 1, height - 1, width - 1);
        return binding.convolution("source", images, input, window, ActivationFunction.IDENTITY);
    }

    private final class Training implements TrainingProgram {
        private final @Nullable ConvBiasActivation source;
        private final Kernel tested;
        private final Linear readout;
        private final SoftmaxCrossEntropy loss;

        Training(Binding binding) {
            Activation images = binding.images(images(), IMAGES);
            Activation input = isFirstLayer ? images : binding.activation(kernel.input(), INPUT, INPUT_GRADIENT);
            source = isFirstLayer ? null : source(binding, images, input);
            Activation output = binding.activation(
                    kernel.output(),
                    kernel.isInPlace() ? INPUT : OUTPUT,
                    kernel.isGradientInPlace() ? INPUT_GRADIENT : OUTPUT_GRADIENT);
            tested = kernel.bind(binding, Mode.TRAINING, input, output, SAVED);
            Activation logits = binding.logits(Shape.features(CLASSES), LOGITS, LOGITS_GRADIENT);
            readout = binding.linear("readout", output, logits, ActivationFunction.IDENTITY);
            loss = binding.softmaxCrossEntropy(logits, LOG_PROBABILITIES);
        }

        @Override
        public void forward() {
            if (source != null) {
                source.forward();
            }
            tested.forward();
            readout.forward();
            loss.forward();
        }

        @Override
        public void backward() {
            loss.backward();
            readout.backward();
            tested.backward();
            if (source != null) {
                source.backward();
            }
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
        private final @Nullable ConvBiasActivation source;
        private final @Nullable Kernel tested;
        private final Linear readout;

        Inference(Binding binding) {
            Activation images = binding.images(images(), IMAGES);
            Activation input = isFirstLayer ? images : binding.activation(kernel.input(), INPUT);
            source = isFirstLayer ? null : source(binding, images, input);
            Activation output = input;
            if (kernel.isForTrainingOnly()) {
                tested = null;
            } else {
                output = binding.activation(kernel.output(), kernel.isInPlace() ? INPUT : OUTPUT);
                tested = kernel.bind(binding, Mode.INFERENCE, input, output, SAVED);
            }
            Activation logits = binding.logits(Shape.features(CLASSES), LOGITS);
            readout = binding.linear("readout", output, logits, ActivationFunction.IDENTITY);
        }

        @Override
        public void forward() {
            if (source != null) {
                source.forward();
            }
            if (tested != null) {
                tested.forward();
            }
            readout.forward();
        }
    }
}
