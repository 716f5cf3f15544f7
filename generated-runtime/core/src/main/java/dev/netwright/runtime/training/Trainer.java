package dev.netwright.runtime.training;

import dev.netwright.operation.Mode;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ClassCounts;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Loading;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.BoundBytes;
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
                EvaluatedWeights weights = EvaluatedWeights.of(learner, training, workspace);
                StepBatches steps = new StepBatches(workspace, learner, training);
                OpenedRun opened = OpenedRun.of(learner, training, weights, update, loader.batches(), data)) {
            RunStart start = new RunStart(
                    learner.kernels().device(),
                    learner.kernels().name(),
                    learner.kernels().fallbackReason(),
                    data.size(),
                    training.test().map(Dataset::size).orElse(0),
                    training.imagesPerStep(),
                    loader.batches(),
                    training.epochs(),
                    training.seed(),
                    learner.parameters().table().size(),
                    parameterBytes(),
                    boundBytes(workspace, batch),
                    notes(RunPosition.begin(loader.batches(), training.epochs())),
                    opened.resumption());
            return new TrainingRun(learner, training, steps, weights, loader, update, opened).run(start);
        }
    }

    private Loading loading() {
        return Loading.forTraining(training.imagesPerStep(), training.seed())
                .sampling(training.sampling())
                .tail(training.tail())
                .workers(training.loadingWorkers());
    }

    /** Warnings before a long run: learning rates that differ from the schedule, and classes without images. */
    private List<String> notes(RunPosition begin) {
        List<String> notes = new ArrayList<>(training.optimizer().learningRate().notes(begin));
        if (training.accumulated() > 1) {
            notes.add("each step adds the gradients of " + training.accumulated() + " batches of " + batch);
        }
        if (learner.loss().target() instanceof Target.Numbers || learner.loss().target() instanceof Target.PerPixel) {
            return notes;
        }
        String what = learner.loss().target() instanceof Target.OneClass ? "classes" : "labels";
        ClassCounts learned = ClassCounts.of(data);
        if (!learned.absent().isEmpty()) {
            notes.add(what + " without a training image can't be learned: " + learned.absentText());
        }
        training.test()
                .map(ClassCounts::of)
                .filter(tested -> !tested.absent().isEmpty())
                .ifPresent(tested -> notes.add(what + " without a test image don't count in the test "
                        + (what.equals("classes") ? "accuracy: " : "mean average precision: ") + tested.absentText()));
        return notes;
    }

    /** Reserves one workspace for full batches, a smaller last batch, and evaluation. */
    private Workspace reserved(int size) {
        Workspace workspace =
                learner.kernels().workspace(learner.parameters(), learner.programs(), learner.binding(training));
        try {
            reserve(workspace, size);
            return workspace;
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    private void reserve(Workspace workspace, int size) {
        workspace.reserve(Mode.TRAINING, size);
        int last = lastBatch(size);
        if (last > 0) {
            workspace.reserve(Mode.TRAINING, last);
        }
        if (training.test().isPresent() && training.weightAveraging().isEmpty()) {
            workspace.reserve(Mode.INFERENCE, size);
        }
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
                + EvaluatedWeights.averageBytes(learner, training)
                + StepBatches.bytes(learner, training)
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

    /** The memory of the run's workspace, and of the one in which an average of the weights is evaluated. */
    private BoundBytes boundBytes(Workspace workspace, int size) {
        BoundBytes own = workspace.boundBytes();
        return EvaluatedWeights.boundBytes(learner, training.batch(size))
                .map(own::plus)
                .orElse(own);
    }

    private long nativeBytes(int size) {
        try (Workspace workspace = reserved(size)) {
            return parameterBytes()
                    + Math.max(copyBytes(), workspace.transientBytes())
                    + boundBytes(workspace, size).total();
        } catch (SingleValueNormException e) {
            // A batch size that can't be learned isn't suggested.
            return Long.MAX_VALUE;
        }
    }

    /** Heap bytes of the batches that are loaded ahead. */
    private long heapBytes(int size) {
        int step = (int) Math.min(data.size(), (long) training.accumulated() * size);
        long images = (long) waiting(data, step) * step;
        if (training.accumulated() > 1) {
            // One of the step's batches is copied out of it.
            images += size;
        }
        if (training.test().isPresent()) {
            // Evaluation has its own loader, and a buffer to fill up its last batch.
            images += (waiting(training.test().get(), size) + 1L) * size;
        }
        return (long) Float.BYTES * learner.images().size() * images;
    }

    private static int waiting(Dataset data, int size) {
        return Math.min(BatchLoader.RING_SIZE, (data.size() + size - 1) / size);
    }
}
