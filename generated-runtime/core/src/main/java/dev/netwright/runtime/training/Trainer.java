package dev.netwright.runtime.training;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ClassCounts;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.ThreadLoad;
import dev.netwright.runtime.schedule.RunPosition;
import java.util.ArrayList;
import java.util.List;

/** Checks that a run is possible and allocates its memory; {@link TrainingRun} runs the training loop. */
public final class Trainer {
    private final Learner learner;
    private final Dataset data;
    private final Training training;
    private final int batch;

    private Trainer(Learner learner, RunInput input) {
        this.learner = learner;
        this.data = input.data();
        this.training = input.training();
        this.batch = training.batch();
    }

    /**
     * Trains a network.
     *
     * @param learner the network
     * @param input checked data and options
     * @return results of the run
     * @throws IllegalArgumentException if a batch norm would see a single value, or the run can't be resumed
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if the batch is too large for this machine
     */
    public static RunEnd fit(Learner learner, RunInput input) {
        Trainer trainer = new Trainer(learner, input);
        return ThreadLoad.during(trainer::run);
    }

    private RunEnd run() {
        requireVariance();
        MemoryCheck.require(learner.name(), batch, takenBytes(), size -> nativeBytes(size));
        MemoryCheck.requireHeap(learner.name(), batch, size -> heapBytes(size));
        try (Workspace workspace = reserved(batch);
                BatchLoader loader = BatchLoader.open(data, loading());
                ParameterUpdate update = learner.parameters().update(learner.update(training));
                OpenedRun opened = OpenedRun.of(learner, training, update, loader.batches(), data)) {
            RunStart start = new RunStart(
                    learner.kernels().device(),
                    learner.kernels().name(),
                    learner.kernels().fallbackReason(),
                    data.size(),
                    training.test().map(Dataset::size).orElse(0),
                    batch,
                    loader.batches(),
                    training.epochs(),
                    training.seed(),
                    learner.parameters().table().size(),
                    parameterBytes(),
                    workspace.boundBytes(),
                    notes(RunPosition.begin(loader.batches(), training.epochs())),
                    opened.resumption());
            return new TrainingRun(learner, training, workspace, loader, update, opened).run(start);
        }
    }

    private Loading loading() {
        return Loading.forTraining(batch, training.seed()).tail(training.tail()).workers(training.loadingWorkers());
    }

    /** Warnings before a long run: learning rates that differ from the schedule, and classes without images. */
    private List<String> notes(RunPosition begin) {
        List<String> notes = new ArrayList<>(training.optimizer().learningRate().notes(begin));
        ClassCounts learned = ClassCounts.of(data);
        if (!learned.absent().isEmpty()) {
            notes.add("classes without a training image can't be learned: " + learned.absentText());
        }
        training.test()
                .map(ClassCounts::of)
                .filter(tested -> !tested.absent().isEmpty())
                .ifPresent(tested -> notes.add(
                        "classes without a test image don't count in the test accuracy: " + tested.absentText()));
        return notes;
    }

    /** Reserves one workspace for full batches, a smaller last batch, and evaluation. */
    private Workspace reserved(int size) {
        Workspace workspace =
                learner.kernels().workspace(learner.parameters(), learner.programs(), learner.binding(training));
        workspace.reserve(Mode.TRAINING, size);
        int last = lastBatch(size);
        if (last > 0) {
            workspace.reserve(Mode.TRAINING, last);
        }
        if (training.test().isPresent()) {
            workspace.reserve(Mode.INFERENCE, size);
        }
        return workspace;
    }

    /** Number of images in an epoch's last batch if it is smaller than the others and kept; else 0. */
    private int lastBatch(int size) {
        return training.tail() == BatchLoader.Tail.KEEP ? data.size() % size : 0;
    }

    /** Runs before the memory checks, which try other batch sizes than the chosen one. */
    private void requireVariance() {
        try {
            reserved(batch).close();
        } catch (SingleValueNormException e) {
            if (batch == 1 || lastBatch(batch) != 1) {
                throw new SettingException(
                        e.fault(), Fix.of("choose a batch of at least 2 images with ", Setting.BATCH));
            }
            throw new SettingException(
                    learner.name() + " learns " + data.size() + " images in batches of " + batch
                            + ", which leaves 1 for the last, and " + e.fault(),
                    Fix.of("leave it out with ", Setting.DROP_LAST_BATCH),
                    Fix.of("choose another batch with ", Setting.BATCH));
        }
    }

    /** Bytes of values, gradients, optimizer state and running statistics, and of the copy of the best epoch's. */
    private long parameterBytes() {
        ParameterTable table = learner.parameters().table();
        boolean copiesBest =
                training.kept() == KeptEpoch.BEST && training.checkpoints().isEmpty() && training.epochs() > 1;
        return Float.BYTES * (table.size() * 2 + learner.update(training).stateSize(table) + table.statisticsSize())
                + (copiesBest ? BestWeights.copyBytes(learner) : 0);
    }

    /** Bytes of parameters that are allocated before the run. */
    private long takenBytes() {
        ParameterTable table = learner.parameters().table();
        return Float.BYTES * (table.size() + table.statisticsSize());
    }

    /** Bytes of the largest copy: tensors of a checkpoint are copied one at a time. */
    private long copyBytes() {
        return learner.parameters().table().tensors().stream()
                .mapToLong(tensor -> (long) Float.BYTES * tensor.size())
                .max()
                .orElse(0);
    }

    private long nativeBytes(int size) {
        try (Workspace workspace = reserved(size)) {
            return parameterBytes()
                    + Math.max(copyBytes(), workspace.transientBytes())
                    + workspace.boundBytes().total();
        } catch (SingleValueNormException e) {
            // A batch size that can't be learned isn't suggested.
            return Long.MAX_VALUE;
        }
    }

    /** Heap bytes of the batches that are loaded ahead. */
    private long heapBytes(int size) {
        int batches = waiting(data, size);
        if (training.test().isPresent()) {
            // Evaluation has its own loader, and a buffer to fill up its last batch.
            batches += waiting(training.test().get(), size) + 1;
        }
        return (long) Float.BYTES * learner.images().size() * size * batches;
    }

    private static int waiting(Dataset data, int size) {
        return Math.min(BatchLoader.RING_SIZE, (data.size() + size - 1) / size);
    }
}
