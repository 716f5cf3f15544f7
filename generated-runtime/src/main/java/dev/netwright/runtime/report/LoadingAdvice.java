package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TrainingListener;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A line, once in a run, if a fifth of an epoch or more, and at least a second of it, was spent waiting for images. The first
 * epoch of several says nothing: code is compiled in it and caches are filled.
 */
final class LoadingAdvice implements TrainingListener {
    private static final double NOTABLE_SHARE = 0.2;
    /** Less isn't worth a change, and of an epoch of milliseconds a share says only what the machine did beside. */
    private static final double NOTABLE_SECONDS = 1;

    private final Consumer<String> out;
    private int epochs;
    private boolean isTold;

    LoadingAdvice(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void started(RunStart run) {
        epochs = run.epochs();
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        double waited = epoch.times().waitedSeconds();
        double share = waited / epoch.seconds();
        if (isTold || share < NOTABLE_SHARE || waited < NOTABLE_SECONDS || (epoch.epoch() == 1 && epochs > 1)) {
            return;
        }
        isTold = true;
        out.accept(String.format(
                Locale.ROOT,
                "loading took %.0f %% of epoch %d: images.cached() keeps decoded images, Training.loadingWorkers(n)"
                        + " reads with more threads",
                100 * share,
                epoch.epoch()));
    }
}
