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

/** Sees to it that a run can be done at all, and takes the memory for it; {@link TrainingRun} does it. */
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
     * @param input data and options that agree
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
        return Loading.toLearn(batch, training.seed()).tail(training.tail()).workers(training.loadingWorkers());
    }

    /** What a person should know before hours are spent: rates that aren't quite those asked for, and classes that nobody will see. */
    private List<String> notes(RunPosition begin) {
        List<String> notes = new ArrayList<>(training.optimizer().learningRate().notes(begin));
        ClassCounts learned = ClassCounts.of(data);
        if (!learned.absent().isEmpty()) {
            notes.add("no training image is of " + learned.absentText() + ": that can't be learned");
        }
        training.test()
                .map(ClassCounts::of)
                .filter(tested -> !tested.absent().isEmpty())
                .ifPresent(tested -> notes.add(
                        "no test image is of " + tested.absentText() + ": test accuracy says nothing of that"));
        return notes;
    }

    /** Full batches, the tail, and evaluation share one workspace. */
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

    /** Images in an epoch's last batch, if it is smaller than the others and not left out; else 0. */
    private int lastBatch(int size) {
        return training.tail() == BatchLoader.Tail.KEEP ? data.size() % size : 0;
    }

    /** Comes before the checks of memory, which ask for other batches than the one that was chosen. */
    private void requireVariance() {
        try {
            reserved(batch).close();
        } catch (SingleValueNormException e) {
            if (batch == 1 || lastBatch(batch) != 1) {
                throw new SettingException(
                        e.fault(), Fix.of("choose a batch of at least 2 images with ", Setting.BATCH));
            }
            throw new SettingException(
                    learner.name() + " is to learn " + data.size() + " images in batches of " + batch
                            + ", which leaves 1 for the last, and " + e.fault(),
                    Fix.of("leave it out with ", Setting.DROP_LAST_BATCH),
                    Fix.of("choose another batch with ", Setting.BATCH));
        }
    }

    /** Values, gradients, the optimizer's state and running statistics, and the copy of the best epoch's. */
    private long parameterBytes() {
        ParameterTable table = learner.parameters().table();
        boolean copiesBest =
                training.kept() == KeptEpoch.BEST && training.checkpoints().isEmpty() && training.epochs() > 1;
        return Float.BYTES * (table.size() * 2 + learner.update(training).stateSize(table) + table.statisticsSize())
                + (copiesBest ? BestWeights.copyBytes(learner) : 0);
    }

    /** What the parameters have been given before the run. */
    private long takenBytes() {
        ParameterTable table = learner.parameters().table();
        return Float.BYTES * (table.size() + table.statisticsSize());
    }

    /** A checkpoint's tensors are copied out one by one. */
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
            // A batch that can't be learned isn't one to offer instead of another.
            return Long.MAX_VALUE;
        }
    }

    /** The batches that wait for their turn. */
    private long heapBytes(int size) {
        int batches = waiting(data, size);
        if (training.test().isPresent()) {
            // Evaluation has a loader of its own, and room to fill up its last batch.
            batches += waiting(training.test().get(), size) + 1;
        }
        return (long) Float.BYTES * learner.images().size() * size * batches;
    }

    private static int waiting(Dataset data, int size) {
        return Math.min(BatchLoader.RING_SIZE, (data.size() + size - 1) / size);
    }
}
