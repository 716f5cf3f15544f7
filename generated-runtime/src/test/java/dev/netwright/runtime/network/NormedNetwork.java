package dev.netwright.runtime.network;

import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.nd4j.Nd4jKernelSet;

/** By hand what the processor would write for 1x2x2 images: 5 features, batch-normalized, and 3 classes. */
final class NormedNetwork extends GeneratedNetwork {
    static final NetworkType<NormedNetwork> TYPE = NetworkType.builder(NormedNetwork.class, NormedNetwork::new)
            .images(Shape.image(1, 2, 2))
            .classes(3)
            .fingerprint("0".repeat(64))
            .parameters(ParameterTable.builder()
                    .linearWithoutBias("features", 5, 4)
                    .norm("bn", 5)
                    .linear("logits", 3, 5)
                    .build())
            .bytesPerImage(4 * 42, 4 * 17)
            .summary("")
            .layers("""
                    network
                        features Linear - . 5 20 20 1
                        bn BatchNorm1d - . . 10 10 1
                        bn_relu ReLU - . . 0 0 1
                        logits Linear - . 3 18 18 1
                    """)
            .programs(Step::new, Forward::new)
            .build();

    private static final double EPSILON = 1e-5;

    private NormedNetwork(NetworkState state) {
        super(TYPE, state);
    }

    static NormedNetwork initialized() {
        return TYPE.initialize(Nd4jKernelSet.create(), Initializer.PYTORCH, 7);
    }

    private static final class Step implements TrainingProgram {
        private final Linear features;
        private final NormActivation bn;
        private final Linear logits;
        private final SoftmaxCrossEntropy loss;

        private Step(Binding binding) {
            Activation images = binding.images(Shape.image(1, 2, 2), Slot.of(0));
            Activation linear = binding.activation(Shape.features(5), Slot.of(1), Slot.of(2));
            Activation normed = binding.activation(Shape.features(5), Slot.of(3), Slot.of(4));
            Activation scores = binding.logits(Shape.features(3), Slot.of(5), Slot.of(6));
            features = binding.linear("features", images, linear, ActivationFunction.IDENTITY);
            bn = binding.norm("bn", linear, normed, EPSILON, 0.1, RunningVariance.UNBIASED, ActivationFunction.RELU);
            logits = binding.linear("logits", normed, scores, ActivationFunction.IDENTITY);
            loss = binding.softmaxCrossEntropy(scores, Slot.of(7));
        }

        @Override
        public void forward() {
            features.forward();
            bn.forward();
            logits.forward();
            loss.forward();
        }

        @Override
        public void backward() {
            loss.backward();
            logits.backward();
            bn.backward();
            features.backward();
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

    private static final class Forward implements InferenceProgram {
        private final Linear features;
        private final NormActivation bn;
        private final Linear logits;

        private Forward(Binding binding) {
            Activation images = binding.images(Shape.image(1, 2, 2), Slot.of(0));
            Activation linear = binding.activation(Shape.features(5), Slot.of(1));
            Activation normed = binding.activation(Shape.features(5), Slot.of(2));
            Activation scores = binding.logits(Shape.features(3), Slot.of(3));
            features = binding.linear("features", images, linear, ActivationFunction.IDENTITY);
            bn = binding.norm("bn", linear, normed, EPSILON, ActivationFunction.RELU);
            logits = binding.linear("logits", normed, scores, ActivationFunction.IDENTITY);
        }

        @Override
        public void forward() {
            features.forward();
            bn.forward();
            logits.forward();
        }
    }
}
