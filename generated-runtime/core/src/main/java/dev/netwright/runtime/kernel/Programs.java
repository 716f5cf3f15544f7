package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Program;
import java.util.function.Function;

/**
 * A network's training and inference program: the operations of each, and how the generated class takes the kernels
 * that compute them. A program may be bound many times.
 */
public final class Programs {
    private final NetworkLayers layers;
    private final Program trainingProgram;
    private final Program inferenceProgram;
    private final Function<TrainingKernels, TrainingProgram> training;
    private final Function<InferenceKernels, InferenceProgram> inference;

    /**
     * The programs of a network.
     *
     * @param layers the network
     * @param training makes the training program from its bound kernels
     * @param inference makes the inference program from its bound kernels
     */
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

    /**
     * The layers that both programs compute.
     *
     * @return the network
     */
    public NetworkLayers layers() {
        return layers;
    }

    /**
     * The operations of a program.
     *
     * @param mode training or inference
     * @return the same program at every call
     */
    public Program of(Mode mode) {
        return mode == Mode.TRAINING ? trainingProgram : inferenceProgram;
    }

    /**
     * Makes the training program over bound kernels.
     *
     * @param kernels a kernel for each operation of {@code of(Mode.TRAINING)}
     * @return a new program
     */
    public TrainingProgram training(TrainingKernels kernels) {
        return training.apply(kernels);
    }

    /**
     * Makes the inference program over bound kernels.
     *
     * @param kernels a kernel for each operation of {@code of(Mode.INFERENCE)}
     * @return a new program
     */
    public InferenceProgram inference(InferenceKernels kernels) {
        return inference.apply(kernels);
    }

    /**
     * The same programs with their kernels changed first, for example wrapped by kernels that take the time.
     *
     * @param changedTraining gets a training program's kernels and returns those to use
     * @param changedInference gets an inference program's kernels and returns those to use
     * @return new programs
     */
    public Programs with(
            Function<TrainingKernels, TrainingKernels> changedTraining,
            Function<InferenceKernels, InferenceKernels> changedInference) {
        return new Programs(layers, changedTraining.andThen(training), changedInference.andThen(inference));
    }
}
