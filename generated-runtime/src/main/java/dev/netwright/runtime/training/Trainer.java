package dev.netwright.runtime.training;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ClassCounts;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.operation.Mode;
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
    private final Training training;
    private final int batch;

    private Trainer(Learner learner, Training training, int batch) {
        this.learner = learner;
        this.training = training;
        this.batch = batch;
    }

    /**
     * Trains a network.
     *
     * @throws IllegalArgumentException if the images don't suit the network, or a batch norm would see a single value
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if the batch is too large for this machine
     */
    public static RunEnd fit(Learner learner, Dataset data, Training training) {
        DatasetCheck.require(learner.name(), learner.images(), learner.classes(), data);
        training.test()
                .ifPresent(test -> DatasetCheck.require(learner.name(), learner.images(), learner.classes(), test));
        requireTestFor(training.bestMetric(), learner, training);
        training.plateau().ifPresent(rule -> requireTestFor(rule.metric(), learner, training));
        training.earlyStopping().ifPresent(rule -> requireTestFor(rule.metric(), learner, training));
        return new Trainer(learner, training, Math.min(training.batch(), data.size())).run(data);
    }

    private static void requireTestFor(Metric metric, Learner learner, Training training) {
        if (metric.needsTest() && training.test().isEmpty()) {
            throw new SettingException(
                    learner.name() + " is to be evaluated by " + metric + ", but has no test images",
                    Fix.of("give some with ", Setting.TEST_DATA),
                    Fix.of("choose ", Setting.METRIC));
        }
    }

    private RunEnd run(Dataset data) {
        return ThreadLoad.during(() -> learned(data));
    }

    private RunEnd learned(Dataset data) {
        requireVariance(data);
        MemoryCheck.require(learner.name(), batch, takenBytes(), size -> nativeBytes(size, data));
        MemoryCheck.requireHeap(learner.name(), batch, size -> heapBytes(size, data));
        try (Workspace workspace = reserved(batch, data);
                BatchLoader loader = BatchLoader.open(data, loading());
                ParameterUpdate update = learner.parameters().update(learner.update(training));
                OpenedRun opened = OpenedRun.of(learner, training, update, batch, loader.batches(), data)) {
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
                    notes(data, RunPosition.begin(loader.batches(), training.epochs())),
                    opened.resumption());
            return new TrainingRun(learner, training, batch, workspace, loader, update, opened).run(start);
        }
    }

    private Loading loading() {
        return Loading.toLearn(batch, training.seed()).tail(training.tail()).workers(training.loadingWorkers());
    }

    /** What a person should know before hours are spent: rates that aren't quite those asked for, and classes that nobody will see. */
    private List<String> notes(Dataset data, RunPosition begin) {
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
    private Workspace reserved(int size, Dataset data) {
        Workspace workspace =
                learner.kernels().workspace(learner.parameters(), learner.programs(), learner.binding(training));
        workspace.reserve(Mode.TRAINING, size);
        int last = lastBatch(size, data);
        if (last > 0) {
            workspace.reserve(Mode.TRAINING, last);
        }
        if (training.test().isPresent()) {
            workspace.reserve(Mode.INFERENCE, size);
        }
        return workspace;
    }

    /** Images in an epoch's last batch, if it is smaller than the others and not left out; else 0. */
    private int lastBatch(int size, Dataset data) {
        return training.tail() == BatchLoader.Tail.KEEP ? data.size() % size : 0;
    }

    /** Comes before the checks of memory, which ask for other batches than the one that was chosen. */
    private void requireVariance(Dataset data) {
        try {
            reserved(batch, data).close();
        } catch (SingleValueNormException e) {
            if (batch == 1 || lastBatch(batch, data) != 1) {
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

    private long nativeBytes(int size, Dataset data) {
        try (Workspace workspace = reserved(size, data)) {
            return parameterBytes()
                    + Math.max(copyBytes(), workspace.transientBytes())
                    + workspace.boundBytes().total();
        } catch (SingleValueNormException e) {
            // A batch that can't be learned isn't one to offer instead of another.
            return Long.MAX_VALUE;
        }
    }

    /** The batches that wait for their turn. */
    private long heapBytes(int size, Dataset data) {
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
