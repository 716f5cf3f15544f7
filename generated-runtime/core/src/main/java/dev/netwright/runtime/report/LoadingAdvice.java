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
 * A line, once in a run, if a fifth of an epoch or more, and at least a second of it, was spent waiting for images. The first
 * epoch of several says nothing: code is compiled in it and caches are filled.
 */
final class LoadingAdvice implements TrainingListener {
    private static final double NOTABLE_SHARE = 0.2;
    /** Less isn't worth a change, and of an epoch of milliseconds a share says only what the machine did beside. */
    private static final double NOTABLE_SECONDS = 1;

    private static final List<Fix> FIXES = List.of(
            Fix.of("keep decoded images with ", Setting.CACHED),
            Fix.of("read with more threads by ", Setting.LOADING_WORKERS));

    private final Consumer<String> out;
    private final Wording wording;
    private int epochs;
    private boolean isTold;

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
        if (isTold || share < NOTABLE_SHARE || waited < NOTABLE_SECONDS || (epoch.epoch() == 1 && epochs > 1)) {
            return;
        }
        isTold = true;
        out.accept(Fix.text(
                String.format(Locale.ROOT, "loading took %.0f %% of epoch %d", 100 * share, epoch.epoch()),
                FIXES,
                wording));
    }
}
