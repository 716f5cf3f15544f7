package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MissingKernelTest {
    private static final NetworkLayers NETWORK = NetworkLayers.of(Shape.image(4, 6, 6))
            .block("all")
            .localResponseNorm("lrn", 3, 1e-4, 0.75, 2)
            .linear("fc", 5)
            .crossEntropy();

    @Test
    void aKernelSetThatLacksAnOperationSaysSoAtBindingWithItsNameAndWhatToUseInstead() {
        Program program = NETWORK.program(Mode.TRAINING);
        Map<String, TrainingKernel> kernels = new HashMap<>(Map.of("fc", new Idle()));

        assertThatThrownBy(() -> TrainingKernels.bound("half", program, kernels, Map.of()))
                .isInstanceOf(MissingKernelException.class)
                .hasMessage(
                        "the kernels of half can't compute lrn (LocalResponseNorm); choose another kernel set, such as"
                                + " nd4j, which computes every operation (-Dnetwright.kernels=nd4j, or Training.kernels)");
        assertThatThrownBy(() -> InferenceKernels.bound("half", NETWORK.program(Mode.INFERENCE), kernels))
                .isInstanceOf(MissingKernelException.class);

        kernels.put("lrn", new Idle());
        assertThat(TrainingKernels.bound("half", program, kernels, Map.of()).of("lrn"))
                .isSameAs(kernels.get("lrn"));
    }

    @Test
    void aClassThatAsksForAKernelThatItsProgramHasNotIsToldToBeCompiledAgain() {
        TrainingKernels kernels = new TrainingKernels(Map.of("fc", new Idle(), "conv", new Idle()), Map.of());

        assertThatThrownBy(() -> kernels.of("fc7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the training program has no kernel fc7; there are " + List.of("conv", "fc")
                        + ": compile the spec again with this version of the processor");
    }

    private static final class Idle implements TrainingKernel {
        @Override
        public void forward() {
            // Nothing is computed here.
        }

        @Override
        public void backward() {
            // Nothing is computed here.
        }
    }
}
