package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TrainingListener;
import java.io.PrintStream;
import java.util.Locale;

/**
 * One line on a terminal of 80 columns that is rewritten as the run goes; what is left is training alone, without evaluation:
 *
 * <pre>
 * epoch 2/5 [=====&gt;    ] 47/94 loss 0.8123 acc 0.702 312 images/s 1:12 left
 * </pre>
 */
final class ProgressBar implements TrainingListener {
    private static final int WIDTH = 10;
    private static final long NANOS_BETWEEN_LINES = 100_000_000;

    private final PrintStream terminal;
    private long lastLine;
    private int shown;

    ProgressBar(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void stepped(StepEnd step) {
        long now = System.nanoTime();
        if (shown > 0 && now - lastLine < NANOS_BETWEEN_LINES && step.batch() < step.batches()) {
            return;
        }
        lastLine = now;
        String line = line(step);
        // Blanks erase what is left of a longer line before it.
        terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        terminal.flush();
        shown = line.length();
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        terminal.print("\r" + " ".repeat(shown) + "\r");
        terminal.flush();
        shown = 0;
    }

    /** The line for a moment of a run. */
    static String line(StepEnd step) {
        int filled = WIDTH * step.batch() / step.batches();
        String bar = filled == WIDTH ? "=".repeat(WIDTH) : "=".repeat(filled) + ">" + " ".repeat(WIDTH - filled - 1);
        long done = (long) (step.epoch() - 1) * step.batches() + step.batch();
        long all = (long) step.epochs() * step.batches();
        long secondsLeft = Math.round(step.seconds() / done * (all - done));
        return String.format(
                Locale.ROOT,
                "epoch %d/%d [%s] %d/%d loss %.4f acc %.3f %.0f images/s %d:%02d left",
                step.epoch(),
                step.epochs(),
                bar,
                step.batch(),
                step.batches(),
                step.loss(),
                step.accuracy(),
                step.images() / step.seconds(),
                secondsLeft / 60,
                secondsLeft % 60);
    }
}
