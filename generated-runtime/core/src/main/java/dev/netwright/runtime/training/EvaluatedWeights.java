package dev.netwright.runtime.training;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The weights that a run evaluates, saves and returns: those that the optimizer changes, or their moving average. The
 * average has memory of its own, and a workspace of its own to be evaluated in, so that a checkpoint can be written at
 * any time.
 */
final class EvaluatedWeights implements AutoCloseable {
    private final ParameterMemory trained;
    private final ParameterMemory evaluated;
    private final Workspace workspace;
    private final Optional<WeightAveraging> averaging;

    private EvaluatedWeights(
            ParameterMemory trained,
            ParameterMemory evaluated,
            Workspace workspace,
            Optional<WeightAveraging> averaging) {
        this.trained = trained;
        this.evaluated = evaluated;
        this.workspace = workspace;
        this.averaging = averaging;
    }

    /**
     * The weights of a run that is about to begin.
     *
     * @param workspace the run's workspace
     */
    static EvaluatedWeights of(Learner learner, Training training, Workspace workspace) {
        ParameterMemory trained = learner.parameters();
        if (training.weightAveraging().isEmpty()) {
            return new EvaluatedWeights(trained, trained, workspace, Optional.empty());
        }
        ParameterMemory average = learner.kernels().allocate(trained.table());
        try {
            average.vectors().values().combine(0, 1, trained.vectors().values());
            average.vectors().statistics().combine(0, 1, trained.vectors().statistics());
            return new EvaluatedWeights(
                    trained, average, reserved(learner, average, training), training.weightAveraging());
        } catch (RuntimeException | Error e) {
            average.close();
            throw e;
        }
    }

    /** A workspace in which a moving average is evaluated, if there are test images. */
    private static Workspace reserved(Learner learner, ParameterMemory average, Training training) {
        Workspace workspace = learner.kernels().workspace(average, learner.programs(), learner.binding(training));
        try {
            if (training.test().isPresent()) {
                workspace.reserve(Mode.INFERENCE, training.batch());
            }
            return workspace;
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** Bytes of a moving average: parameters and running statistics. */
    static long averageBytes(Learner learner, Training training) {
        return training.weightAveraging().isPresent() ? BestWeights.copyBytes(learner) : 0;
    }

    /** Memory in which a moving average of a run is evaluated; empty if the run's own workspace does so. */
    static Optional<BoundBytes> boundBytes(Learner learner, Training training) {
        if (training.weightAveraging().isEmpty() || training.test().isEmpty()) {
            return Optional.empty();
        }
        try (Workspace planned = reserved(learner, learner.parameters(), training)) {
            return Optional.of(planned.boundBytes());
        }
    }

    /** What is evaluated, saved and returned. */
    ParameterMemory evaluated() {
        return evaluated;
    }

    /** The session that evaluates these weights. */
    InferenceSession inference(int batch) {
        return workspace.inference(batch);
    }

    /**
     * Moves the average after a step of the optimizer.
     *
     * @param step number of steps before that one
     */
    void afterStep(int step, int stepsPerEpoch) {
        averaging.ifPresent(rule -> move(rule.share(step, stepsPerEpoch)));
    }

    private void move(double share) {
        if (share == 1) {
            evaluated.vectors().values().combine(0, 1, trained.vectors().values());
            evaluated.vectors().statistics().combine(0, 1, trained.vectors().statistics());
        } else {
            evaluated.vectors().values().approach(trained.vectors().values(), share);
            evaluated.vectors().statistics().approach(trained.vectors().statistics(), share);
        }
    }

    /** Gives the network these weights, at the end of a run. */
    void keep() {
        if (averaging.isPresent()) {
            trained.vectors().values().combine(0, 1, evaluated.vectors().values());
            trained.vectors().statistics().combine(0, 1, evaluated.vectors().statistics());
        }
    }

    /** What a checkpoint holds beside the evaluated weights: those that the optimizer changes, if they differ. */
    List<TensorEntry> besides() {
        return averaging.isPresent() ? SavedTensors.trained(trained) : List.of();
    }

    /** Names and shapes of {@link #besides}. */
    List<NamedShape> shapesBesides() {
        return averaging.isPresent() ? SavedTensors.trainedShapes(trained.table()) : List.of();
    }

    /** Restores what a checkpoint held. */
    void restore(Map<String, float[]> values) {
        for (Parameter parameter : trained.table().tensors()) {
            evaluated.write(parameter, Objects.requireNonNull(values.get(parameter.name())));
            if (averaging.isPresent()) {
                trained.write(parameter, Objects.requireNonNull(values.get(SavedTensors.trainedName(parameter))));
            }
        }
    }

    @Override
    public void close() {
        if (averaging.isPresent()) {
            workspace.close();
            evaluated.close();
        }
    }
}
