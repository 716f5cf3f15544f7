package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TrainingListener;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that is rewritten at most ten times a second; see {@link ProgressLine}. The remaining time is
 * estimated from the elapsed time, so loading and evaluation count.
 */
final class ProgressBar implements TrainingListener {
    private static final long NANOS_BETWEEN_LINES = 100_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private long begin;
    private int stepsBefore = -1;
    private double firstRate;
    private boolean hasRateChanged;
    private long lastLine;
    private int shown;

    ProgressBar(PrintStream out, Terminal terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(RunStart run) {
        begin = nanoTime.getAsLong();
    }

    @Override
    public void stepped(StepEnd step) {
        long now = nanoTime.getAsLong();
        if (stepsBefore < 0) {
            stepsBefore = step.step() - 1;
            firstRate = step.learningRate();
        }
        hasRateChanged |= step.learningRate() != firstRate;
        if (shown > 0 && now - lastLine < NANOS_BETWEEN_LINES && step.batch() < step.batches()) {
            return;
        }
        lastLine = now;
        ProgressLine line = ProgressLine.of(step, secondsLeft(step, now), hasRateChanged, terminal.columns() - 1);
        // Spaces erase the rest of a longer line before it.
        out.print("\r" + (terminal.hasColors() ? line.colored() : line.text())
                + " ".repeat(Math.max(0, shown - line.text().length())));
        out.flush();
        shown = line.text().length();
    }

    private long secondsLeft(StepEnd step, long now) {
        long all = (long) step.epochs() * step.batches();
        double secondsForEach = (now - begin) / NANOS / (step.step() - stepsBefore);
        return Math.round(secondsForEach * (all - step.step()));
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        erase();
    }

    /** Erases the line, because a run may end within an epoch. */
    @Override
    public void ended(RunEnd run) {
        erase();
    }

    private void erase() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
