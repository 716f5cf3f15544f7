package dev.netwright.runtime.report;

import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.TrainingListener;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints two lines after the run, as the d2l notebooks or a reader's notes of them do. */
public final class FinalLines implements TrainingListener {
    private final Consumer<String> out;
    private final boolean asInNotes;

    private FinalLines(Consumer<String> out, boolean asInNotes) {
        this.out = out;
        this.asInNotes = asInNotes;
    }

    /**
     * d2l's form:
     *
     * <pre>
     * loss 0.417, train acc 0.847, test acc 0.836
     * 36144.9 examples/sec on cuda:0
     * </pre>
     *
     * @param out receives each line
     * @return the listener
     */
    public static FinalLines d2l(Consumer<String> out) {
        return new FinalLines(out, false);
    }

    /**
     * The form of the notes, with their spacing:
     *
     * <pre>
     * training on: cuda:0
     * loss0.417,train acc0.847,test acc0.836
     * 36144.960085 examples / secon&lt;device&gt;
     * </pre>
     *
     * @param out receives each line
     * @return the listener
     */
    public static FinalLines notes(Consumer<String> out) {
        return new FinalLines(out, true);
    }

    @Override
    public void started(RunStart run) {
        out.accept((asInNotes ? "training on: " : "training on ") + run.device());
    }

    @Override
    public void ended(RunEnd run) {
        run.last().ifPresent(last -> print(run, last));
    }

    private void print(RunEnd run, EpochEnd last) {
        if (Double.isNaN(last.accuracy())) {
            out.accept(String.format(
                    Locale.ROOT,
                    "loss %.3f, test loss %.3f",
                    last.loss(),
                    last.testLoss().orElse(Double.NaN)));
            printPace(run);
            return;
        }
        out.accept(String.format(
                Locale.ROOT,
                asInNotes ? "loss%.3f,train acc%.3f,test acc%.3f" : "loss %.3f, train acc %.3f, test acc %.3f",
                last.loss(),
                last.accuracy(),
                last.testAccuracy().orElse(Double.NaN)));
        printPace(run);
    }

    private void printPace(RunEnd run) {
        out.accept(String.format(
                Locale.ROOT,
                asInNotes ? "%f examples / secon%s" : "%.1f examples/sec on %s",
                run.imagesPerSecond(),
                run.device()));
    }
}
