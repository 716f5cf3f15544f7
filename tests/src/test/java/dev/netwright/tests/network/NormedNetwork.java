package dev.netwright.tests.network;

import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.GeneratedCode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.TrainingKernel;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingProgram;
import dev.netwright.runtime.network.GeneratedNetwork;
import dev.netwright.runtime.network.NetworkState;
import dev.netwright.runtime.network.NetworkType;

/** By hand what the processor would write for 1x2x2 images: 5 features, batch-normalized, and 3 classes. */
final class NormedNetwork extends GeneratedNetwork {
    static final NetworkType<NormedNetwork> TYPE = NetworkType.generated(
                    GeneratedCode.VERSION, NormedNetwork.class, NormedNetwork::new)
            .layers(NetworkLayers.of(Shape.image(1, 2, 2))
                    .block("network")
                    .linear("features", 5, Bias.NONE)
                    .batchNorm("bn", 1e-5, 0.1, RunningVariance.UNBIASED)
                    .activation("bn_relu", ActivationFunction.RELU)
                    .linear("logits", 3)
                    .crossEntropy())
            .fingerprint("0".repeat(64))
            .programs(Step::new, Forward::new)
            .build();

    private NormedNetwork(NetworkState state) {
        super(TYPE, state);
    }

    static NormedNetwork initialized() {
        return TYPE.initialize(Nd4jKernelSet.create(), Initializer.PYTORCH, 7);
    }

    private static final class Step implements TrainingProgram {
        private final TrainingKernel features;
        private final TrainingKernel bn;
        private final TrainingKernel logits;
        private final LossKernel loss;

        private Step(TrainingKernels kernels) {
            features = kernels.of("features");
            bn = kernels.of("bn");
            logits = kernels.of("logits");
            loss = kernels.loss("loss");
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
            return loss.value();
        }

        @Override
        public int correct() {
            return loss.correct();
        }
    }

    private static final class Forward implements InferenceProgram {
        private final InferenceKernel features;
        private final InferenceKernel bn;
        private final InferenceKernel logits;

        private Forward(InferenceKernels kernels) {
            features = kernels.of("features");
            bn = kernels.of("bn");
            logits = kernels.of("logits");
        }

        @Override
        public void forward() {
            features.forward();
            bn.forward();
            logits.forward();
        }
    }
}
