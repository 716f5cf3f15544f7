package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TestResult;
import dev.netwright.runtime.training.TrainingListener;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Prints a line for each epoch, as the VGG-11 tutorial does:
 *
 * <pre>
 * training on  cpu
 * epoch 1, loss 2.2890, train acc 0.112, test acc 0.230, time 33.4 sec
 * </pre>
 */
public final class EpochLines implements TrainingListener {
    private static final Map<Metric, String> SHORT = new TreeMap<>(Map.of(
            Metric.TEST_MEAN_AVERAGE_PRECISION, "mAP",
            Metric.TEST_MEAN_IOU, "mIoU",
            Metric.TEST_PIXEL_ACCURACY, "pixel acc",
            Metric.TEST_MEAN_ABSOLUTE_ERROR, "MAE",
            Metric.TEST_ROOT_MEAN_SQUARED_ERROR, "RMSE",
            Metric.TEST_R2, "R2"));

    private final Consumer<String> out;

    /**
     * Prints lines.
     *
     * @param out receives each line
     */
    public EpochLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void started(RunStart run) {
        out.accept("training on  " + run.device());
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        out.accept(String.format(
                Locale.ROOT,
                "epoch %d, loss %.4f%s%s, time %.1f sec",
                epoch.epoch(),
                epoch.loss(),
                Double.isNaN(epoch.accuracy()) ? "" : String.format(Locale.ROOT, ", train acc %.3f", epoch.accuracy()),
                epoch.test().map(EpochLines::tested).orElse(""),
                epoch.seconds()));
    }

    /** The accuracy of classes, or the scores of labels, numbers and pixels. */
    private static String tested(TestResult test) {
        if (test.scores().isEmpty()) {
            return String.format(Locale.ROOT, ", test acc %.3f", test.accuracy());
        }
        StringBuilder scores = new StringBuilder(String.format(Locale.ROOT, ", test loss %.4f", test.loss()));
        SHORT.forEach((metric, name) -> test.score(metric)
                .ifPresent(score -> scores.append(String.format(Locale.ROOT, ", test %s %.4g", name, score))));
        return scores.toString();
    }
}
