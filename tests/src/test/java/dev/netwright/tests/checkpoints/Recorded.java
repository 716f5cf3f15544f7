package dev.netwright.tests.checkpoints;

import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records what a run reports that is bit-identical each time, and fails after a step where a test needs a lost process. */
final class Recorded implements TrainingListener {
    private final int failingStep;
    private final List<String> epochs = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private @Nullable RunStart start;
    private @Nullable RunEnd end;

    private Recorded(int failingStep) {
        this.failingStep = failingStep;
    }

    static Recorded run() {
        return new Recorded(Integer.MAX_VALUE);
    }

    static Recorded failingAfter(int step) {
        return new Recorded(step);
    }

    /** Ends a run as a crash would, for all that its checkpoints know. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void started(RunStart run) {
        start = run;
    }

    @Override
    public void stepped(StepEnd step) {
        steps.add(step.step() + " " + step.batchLoss() + " " + step.loss() + " " + step.accuracy());
        if (step.step() == failingStep) {
            throw new Crash();
        }
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        epochs.add(
                epoch.epoch() + " " + epoch.loss() + " " + epoch.accuracy() + " " + epoch.test() + " " + epoch.best());
    }

    @Override
    public void ended(RunEnd run) {
        end = run;
    }

    List<String> epochs() {
        return epochs;
    }

    List<String> steps() {
        return steps;
    }

    Optional<RunStart> start() {
        return Optional.ofNullable(start);
    }

    Optional<RunEnd> end() {
        return Optional.ofNullable(end);
    }

    /** Every tensor, running statistics included, bit by bit. */
    static Map<String, String> tensors(NeuralNetwork network) {
        Map<String, String> bits = new LinkedHashMap<>();
        network.type().parameters().tensors().forEach(tensor -> {
            StringBuilder hex = new StringBuilder();
            for (float value : network.parameter(tensor.name())) {
                hex.append(Integer.toHexString(Float.floatToRawIntBits(value))).append(' ');
            }
            bits.put(tensor.name(), hex.toString());
        });
        return bits;
    }

    /** The last of a list. */
    static <T> List<T> last(List<T> all, int count) {
        return all.subList(all.size() - count, all.size());
    }
}
