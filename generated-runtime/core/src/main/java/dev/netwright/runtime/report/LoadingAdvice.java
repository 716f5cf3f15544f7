package dev.netwright.runtime.report;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TrainingListener;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints advice once per run if at least a fifth of an epoch, and at least a second, was spent waiting for images. The
 * first of several epochs doesn't count, because code is compiled and caches are filled in it.
 */
final class LoadingAdvice implements TrainingListener {
    private static final double NOTABLE_SHARE = 0.2;
    /** Shorter waits aren't worth a change, and the share of an epoch of milliseconds is noise. */
    private static final double NOTABLE_SECONDS = 1;

    private static final List<Fix> FIXES = List.of(
            Fix.of("keep decoded images with ", Setting.CACHED),
            Fix.of("load them with more threads by ", Setting.LOADING_WORKERS));

    private final Consumer<String> out;
    private final Wording wording;
    private int epochs;
    private boolean isPrinted;

    LoadingAdvice(Consumer<String> out, Wording wording) {
        this.out = out;
        this.wording = wording;
    }

    @Override
    public void started(RunStart run) {
        epochs = run.epochs();
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        double waited = epoch.times().waitedSeconds();
        double share = waited / epoch.seconds();
        if (isPrinted || share < NOTABLE_SHARE || waited < NOTABLE_SECONDS || (epoch.epoch() == 1 && epochs > 1)) {
            return;
        }
        isPrinted = true;
        out.accept(Fix.text(
                String.format(Locale.ROOT, "loading took %.0f %% of epoch %d", 100 * share, epoch.epoch()),
                FIXES,
                wording));
    }
}
