package dev.netwright.tests.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs, whole and stopped, and what they leave. */
final class RunBits {
    private RunBits() {}

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Reports nothing. */
    static Training quiet(Training training) {
        return training.listener(new TrainingListener() {});
    }

    /** Every tensor after a run, running statistics included. */
    static Map<String, List<Float>> after(NetworkType<?> type, Dataset images, Training training) {
        try (NeuralNetwork network = type.train(images, quiet(training))) {
            return tensors(network);
        }
    }

    static Map<String, List<Float>> tensors(NeuralNetwork network) {
        Map<String, List<Float>> tensors = new LinkedHashMap<>();
        network.type().parameters().tensors().forEach(tensor -> {
            float[] values = network.parameter(tensor.name());
            Float[] boxed = new Float[values.length];
            for (int i = 0; i < values.length; i++) {
                boxed[i] = values[i];
            }
            tensors.put(tensor.name(), List.of(boxed));
        });
        return tensors;
    }

    /** The same after a run that was stopped after a step and resumed from its checkpoint. */
    static Map<String, List<Float>> afterStopAt(
            int step, Path folder, NetworkType<?> type, Dataset images, Training training) {
        stopped(step, folder, type, images, training);
        return after(type, images, training.checkpoints(folder).resume());
    }

    /** Stops a run after a step, as a crash would; its newest checkpoint is of the step before. */
    static void stopped(int step, Path folder, NetworkType<?> type, Dataset images, Training training) {
        Training saving = training.checkpoints(Checkpoints.in(folder).everySteps(1));
        assertThatThrownBy(() -> type.train(images, saving.listener(new TrainingListener() {
                    @Override
                    public void stepped(StepEnd end) {
                        if (end.step() == step) {
                            throw new Crash();
                        }
                    }
                })))
                .isInstanceOf(Crash.class);
    }
}
