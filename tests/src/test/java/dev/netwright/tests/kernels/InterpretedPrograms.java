package dev.netwright.tests.kernels;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.InferenceKernels;
import dev.netwright.runtime.kernel.InferenceProgram;
import dev.netwright.runtime.kernel.LossKernel;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingKernel;
import dev.netwright.runtime.kernel.TrainingKernels;
import dev.netwright.runtime.kernel.TrainingProgram;
import java.util.ArrayList;
import java.util.List;

/** What the processor would write of a network, as loops over the kernels of its operations. */
public final class InterpretedPrograms {
    private InterpretedPrograms() {}

    /** Both programs of a network. */
    public static Programs of(NetworkLayers layers) {
        Program training = layers.program(Mode.TRAINING);
        Program inference = layers.program(Mode.INFERENCE);
        return new Programs(
                layers, kernels -> Training.of(training, kernels), kernels -> Inference.of(inference, kernels));
    }

    private record WeightedLoss(LossKernel kernel, double weight) {}

    private record Training(List<TrainingKernel> kernels, List<WeightedLoss> losses) implements TrainingProgram {
        static Training of(Program program, TrainingKernels kernels) {
            List<TrainingKernel> bound = new ArrayList<>();
            for (Operation operation : program.operations()) {
                bound.add(kernels.of(operation.name()));
            }
            List<WeightedLoss> losses = new ArrayList<>();
            for (Loss loss : program.losses()) {
                losses.add(new WeightedLoss(kernels.loss(loss.name()), loss.weight()));
            }
            return new Training(bound, losses);
        }

        @Override
        public void forward() {
            kernels.forEach(TrainingKernel::forward);
            losses.forEach(loss -> loss.kernel().forward());
        }

        @Override
        public void backward() {
            losses.forEach(loss -> loss.kernel().backward());
            for (int i = kernels.size() - 1; i >= 0; i--) {
                kernels.get(i).backward();
            }
        }

        @Override
        public double loss() {
            return losses.stream()
                    .mapToDouble(loss -> loss.weight() * loss.kernel().value())
                    .sum();
        }

        /** Of the network's own loss, which is the first. */
        @Override
        public int correct() {
            return losses.get(0).kernel().correct();
        }
    }

    private record Inference(List<InferenceKernel> kernels) implements InferenceProgram {
        static Inference of(Program program, InferenceKernels kernels) {
            List<InferenceKernel> bound = new ArrayList<>();
            for (Operation operation : program.operations()) {
                bound.add(kernels.of(operation.name()));
            }
            return new Inference(bound);
        }

        @Override
        public void forward() {
            kernels.forEach(InferenceKernel::forward);
        }
    }
}
