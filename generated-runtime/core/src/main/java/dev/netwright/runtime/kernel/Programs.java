package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network's training and inference program: the operations of each, and how the generated class takes the kernels
 * that compute them. A program may be bound many times.
 */
public final class Programs {
    private final NetworkLayers layers;
    private final Optional<Program> trainingProgram;
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
        this(layers, Optional.of(layers.program(Mode.TRAINING)), training, inference);
    }

    private Programs(
            NetworkLayers layers,
            Optional<Program> trainingProgram,
            Function<TrainingKernels, TrainingProgram> training,
            Function<InferenceKernels, InferenceProgram> inference) {
        this.layers = layers;
        this.trainingProgram = trainingProgram;
        this.training = training;
        this.inference = inference;
        inferenceProgram = layers.program(Mode.INFERENCE);
    }

    /**
     * The inference program of a part of a network; it has no training program.
     *
     * @param part the layers that the program computes, as {@link NetworkLayers#through} gives them
     * @return programs of which only inference can be bound
     */
    public static Programs ofPart(NetworkLayers part) {
        List<String> names = part.program(Mode.INFERENCE).operations().stream()
                .map(Operation::name)
                .toList();
        return new Programs(
                part,
                Optional.empty(),
                kernels -> {
                    throw noTraining();
                },
                kernels -> inOrder(names.stream().map(kernels::of).toArray(InferenceKernel[]::new)));
    }

    private static InferenceProgram inOrder(InferenceKernel... kernels) {
        return () -> {
            for (InferenceKernel kernel : kernels) {
                kernel.forward();
            }
        };
    }

    private static IllegalStateException noTraining() {
        return new IllegalStateException("a part of a network has no training program");
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
     * @throws IllegalStateException if it is the training program of a part of a network
     */
    public Program of(Mode mode) {
        return mode == Mode.TRAINING ? trainingProgram.orElseThrow(Programs::noTraining) : inferenceProgram;
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
        return new Programs(
                layers, trainingProgram, changedTraining.andThen(training), changedInference.andThen(inference));
    }
}
