package dev.netwright.runtime.training;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.kernel.ParameterVectors;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Optional;

/**
 * Loss and gradients of a step's images. The images are cut into batches that go through the network one after the
 * other, in the order in which they were loaded. Each counts by its {@link BatchShares}, so loss and gradients are those
 * of the step's images at once. Gradients are added by a {@link TreeSum}. Each batch has its own number, from which its
 * dropout masks and its mixing follow.
 */
final class StepBatches implements AutoCloseable {
    private final Workspace workspace;
    private final int batch;
    private final int most;
    private final BatchShares shares;
    private final Optional<BatchMixing> mixing;
    private final TreeSum sum;
    private float[] images = {};
    private int[] labels = {};
    private float[] targets = {};
    private final Target target;

    /** Loss and correct answers of a step's images. */
    record Outcome(double loss, int correct) {}

    StepBatches(Workspace workspace, Learner learner, Training training) {
        ParameterVectors vectors = learner.parameters().vectors();
        this.workspace = workspace;
        batch = training.batch();
        most = training.accumulated();
        target = learner.loss().target();
        shares = BatchShares.of(learner.loss(), learner.weights(training));
        mixing = BatchMixing.of(learner, training);
        // Last, because nothing closes it if something after it fails.
        sum = new TreeSum(vectors.gradients(), most, () -> vectors.allocate("sums of gradients"));
    }

    /** Bytes of the sums of gradients. */
    static long bytes(Learner learner, Training training) {
        return (long) Float.BYTES
                * TreeSum.levels(training.accumulated())
                * learner.parameters().table().size();
    }

    /**
     * Computes loss and gradients. If a batch's loss is NaN or infinite, so is the result, and nothing after it is
     * computed.
     *
     * @param step number of steps before this one
     */
    Outcome run(Batch next, int step) {
        if (next.size() <= batch) {
            return run(next.images(), next.labels(), next.targets(), next.size(), step * most);
        }
        int size = next.images().length / next.labels().length;
        double loss = 0;
        int correct = 0;
        sum.clear();
        for (int first = 0; first < next.size(); first += batch) {
            int count = Math.min(batch, next.size() - first);
            copy(next, first, count, size);
            Outcome found = run(images, labels, targets, count, step * most + first / batch);
            double share = shares.of(next.targets(), next.size(), first, count);
            loss += share * found.loss;
            correct += found.correct;
            if (!Double.isFinite(found.loss)) {
                return new Outcome(found.loss, correct);
            }
            if (first + count < next.size()) {
                sum.add(share);
            } else {
                sum.end(share);
            }
        }
        return new Outcome(loss, correct);
    }

    private void copy(Batch from, int first, int count, int size) {
        if (images.length == 0) {
            images = new float[batch * size];
            labels = new int[batch];
            targets = new float[batch * target.values()];
        }
        System.arraycopy(from.images(), first * size, images, 0, count * size);
        System.arraycopy(from.labels(), first, labels, 0, count);
        System.arraycopy(from.targets(), first * target.values(), targets, 0, count * target.values());
    }

    private Outcome run(float[] pictures, int[] classes, float[] values, int count, int number) {
        TrainingSession session = workspace.training(count);
        if (mixing.isPresent()) {
            session.load(pictures, mixing.get().mix(pictures, classes, count, number), number);
        } else if (target instanceof Target.OneClass) {
            session.load(pictures, classes, number);
        } else {
            session.load(pictures, values, number);
        }
        session.program().forward();
        double loss = session.program().loss();
        if (Double.isFinite(loss)) {
            session.program().backward();
        }
        return new Outcome(loss, session.program().correct());
    }

    @Override
    public void close() {
        sum.close();
    }
}
