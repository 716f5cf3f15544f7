package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weights of a run's best epoch: in a file if the run has checkpoints, otherwise as a copy in memory. */
final class BestWeights implements AutoCloseable {
    private final Learner learner;
    private final EvaluatedWeights weights;
    private @Nullable Path file;
    private @Nullable ParameterMemory copy;

    /**
     * For a run that starts or resumes.
     *
     * @param weights what the run evaluates
     * @param file the weights of the best epoch so far, if there are any
     */
    BestWeights(Learner learner, EvaluatedWeights weights, Optional<Path> file) {
        this.learner = learner;
        this.weights = weights;
        this.file = file.orElse(null);
    }

    /** Size of a copy in bytes: parameters and running statistics. */
    static long copyBytes(Learner learner) {
        return Float.BYTES
                * (learner.parameters().table().size()
                        + learner.parameters().table().statisticsSize());
    }

    /** Remembers the file of an epoch that is the best so far and has been saved. */
    void savedIn(Path newFile) {
        file = newFile;
    }

    /** Copies the weights of an epoch that is the best so far and isn't saved. */
    void copy() {
        ParameterMemory target = copy;
        if (target == null) {
            target = learner.kernels().allocate(learner.parameters().table());
            copy = target;
        }
        copy(weights.evaluated(), target);
        file = null;
    }

    /** Writes the best weights back into the network. */
    void restore() {
        if (file != null) {
            Map<String, float[]> values = CheckpointFile.values(file, learner.expected(), List.of());
            for (Parameter parameter : learner.parameters().table().tensors()) {
                learner.parameters().write(parameter, Objects.requireNonNull(values.get(parameter.name())));
            }
        } else {
            copy(Objects.requireNonNull(copy, "the best epoch was saved or copied"), learner.parameters());
        }
    }

    private static void copy(ParameterMemory from, ParameterMemory to) {
        for (Parameter parameter : from.table().tensors()) {
            float[] values = new float[parameter.size()];
            from.read(parameter, values);
            to.write(parameter, values);
        }
    }

    @Override
    public void close() {
        if (copy != null) {
            copy.close();
        }
    }
}
