package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Program;
import java.util.function.Function;

/**
 * A network's two programs: what each computes, and how the generated class takes the kernels that compute it. The same program may be
 * bound many times.
 */
public final class Programs {
    private final NetworkLayers layers;
    private final Program trainingProgram;
    private final Program inferenceProgram;
    private final Function<TrainingKernels, TrainingProgram> training;
    private final Function<InferenceKernels, InferenceProgram> inference;

    /** Programs of a network. */
    public Programs(
            NetworkLayers layers,
            Function<TrainingKernels, TrainingProgram> training,
            Function<InferenceKernels, InferenceProgram> inference) {
        this.layers = layers;
        this.training = training;
        this.inference = inference;
        trainingProgram = layers.program(Mode.TRAINING);
        inferenceProgram = layers.program(Mode.INFERENCE);
    }

    /** The network. */
    public NetworkLayers layers() {
        return layers;
    }

    /** What one of the programs computes, made once. */
    public Program of(Mode mode) {
        return mode == Mode.TRAINING ? trainingProgram : inferenceProgram;
    }

    /** The training program over bound kernels. */
    public TrainingProgram training(TrainingKernels kernels) {
        return training.apply(kernels);
    }

    /** The inference program over bound kernels. */
    public InferenceProgram inference(InferenceKernels kernels) {
        return inference.apply(kernels);
    }

    /** The same programs, whose kernels are first changed by what is given here, such as wrapped to be timed. */
    public Programs with(
            Function<TrainingKernels, TrainingKernels> changedTraining,
            Function<InferenceKernels, InferenceKernels> changedInference) {
        return new Programs(layers, changedTraining.andThen(training), changedInference.andThen(inference));
    }
}
