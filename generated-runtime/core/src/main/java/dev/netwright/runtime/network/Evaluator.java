package dev.netwright.runtime.network;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.training.Classification;
import dev.netwright.runtime.training.ConfusionMatrix;
import dev.netwright.runtime.training.DatasetCheck;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.ImageLoss;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.OutputTable;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.PixelTally;

/** Compares a network's predictions with the labels of a dataset. */
final class Evaluator {
    private final NetworkType<?> type;
    private final NetworkState state;
    private final DatasetPass pass;

    Evaluator(NetworkType<?> type, NetworkState state, DatasetPass pass) {
        this.type = type;
        this.state = state;
        this.pass = pass;
    }

    /** Counts predictions, and images for which fewer than {@code topN} classes have a larger logit than their own. */
    Evaluation evaluation(Dataset data, int topN) {
        int classes = type.classes();
        if (topN < 1 || topN > classes) {
            throw new IllegalArgumentException(
                    "topN must be from 1 to the " + classes + " classes of " + type.name() + ", found " + topN);
        }
        Dataset read = read(data);
        int[][] counts = new int[classes][classes];
        int[] correct = new int[1];
        pass.forEach(read, (index, targets, first, logits, offset) -> {
            int label = (int) targets[first];
            counts[label][Classification.largest(logits, offset, classes)]++;
            correct[0] += rank(label, logits, offset) < topN ? 1 : 0;
        });
        return new Evaluation(state.signature().labels(), new ConfusionMatrix(counts), topN, correct[0]);
    }

    /** Compares several labels, of which one is predicted above a probability of {@code threshold}. */
    LabelEvaluation labels(Dataset data, double threshold) {
        return LabelEvaluation.of(table(data), threshold);
    }

    /** Compares numbers. */
    NumberEvaluation numbers(Dataset data) {
        return NumberEvaluation.of(table(data));
    }

    /** Compares classes of pixels. */
    PixelEvaluation pixels(Dataset data, Target.PerPixel target) {
        Dataset read = read(data);
        PixelTally tally = new PixelTally(state.signature().labels());
        pass.forEach(
                read,
                (index, targets, first, outputs, offset) ->
                        tally.add(targets, first, outputs, offset, target.pixels()));
        return tally.evaluation();
    }

    private OutputTable table(Dataset data) {
        Dataset read = read(data);
        OutputTable table = new OutputTable(state.signature().labels(), read.size());
        pass.forEach(read, (index, targets, first, outputs, offset) -> table.add(targets, first, outputs, offset));
        return table;
    }

    /** The mean of the network's loss, in double. */
    double loss(Dataset data) {
        Dataset read = read(data);
        ImageLoss loss = ImageLoss.of(type.programs().layers().losses().get(0));
        double[] sum = new double[1];
        pass.forEach(
                read, (index, targets, first, outputs, offset) -> sum[0] += loss.of(targets, first, outputs, offset));
        return sum[0] / data.size();
    }

    private Dataset read(Dataset data) {
        return DatasetCheck.evaluated(type.name(), type.images(), type.target(), state.signature(), data);
    }

    private int rank(int label, float[] logits, int offset) {
        int larger = 0;
        for (int k = offset; k < offset + type.classes(); k++) {
            larger += logits[k] > logits[offset + label] ? 1 : 0;
        }
        return larger;
    }
}
