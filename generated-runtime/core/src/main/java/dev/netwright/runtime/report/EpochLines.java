package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TrainingListener;
import java.util.Locale;
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
        String test = epoch.testAccuracy().isPresent()
                ? String.format(
                        Locale.ROOT, ", test acc %.3f", epoch.testAccuracy().getAsDouble())
                : "";
        out.accept(String.format(
                Locale.ROOT,
                "epoch %d, loss %.4f, train acc %.3f%s, time %.1f sec",
                epoch.epoch(),
                epoch.loss(),
                epoch.accuracy(),
                test,
                epoch.seconds()));
    }
}
