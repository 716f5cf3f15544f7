package dev.netwright.runtime.report;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.training.BestEpoch;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.InitialWeights;
import dev.netwright.runtime.training.Resumption;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.SavedCheckpoint;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TrainingListener;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Prints a run to standard output: a summary at the start, a progress bar on a terminal, and the lines of the
 * tutorials.
 */
public final class ConsoleReport implements TrainingListener {
    private static final int MOST_NAMES = 4;

    private static final List<Fix> CONTINUING =
            List.of(Fix.of("run it again with ", Setting.RESUME, " to continue from there"));

    private final PrintStream out;
    private final Wording wording;
    private volatile boolean isInterrupted;
    private int testImages;
    private final List<TrainingListener> parts;

    private ConsoleReport(PrintStream out, Terminal terminal, TrainingListener lines, Wording wording) {
        this.out = out;
        this.wording = wording;
        // The bar comes first, because it erases itself before a line is printed.
        TrainingListener advice = new LoadingAdvice(out::println, wording);
        parts = terminal.isInteractive()
                ? List.of(new ProgressBar(out, terminal, System::nanoTime), lines, advice)
                : List.of(lines, advice);
    }

    /**
     * Prints a line for each epoch, in the words of programs.
     *
     * @return the report
     */
    public static ConsoleReport standard() {
        return standard(Wording.JAVA);
    }

    /**
     * Prints a line for each epoch, in the words of a front end.
     *
     * @param wording words for settings
     * @return the report
     */
    public static ConsoleReport standard(Wording wording) {
        return of(new EpochLines(System.out::println), wording);
    }

    /**
     * Prints a summary of the run and then the given lines, in the words of programs.
     *
     * @param lines prints its own lines for the run
     * @return the report
     */
    public static ConsoleReport of(TrainingListener lines) {
        return of(lines, Wording.JAVA);
    }

    /**
     * Prints a summary of the run and then the given lines, in the words of a front end.
     *
     * @param lines prints its own lines for the run
     * @param wording words for settings
     * @return the report
     */
    public static ConsoleReport of(TrainingListener lines, Wording wording) {
        return new ConsoleReport(System.out, Terminal.standard(), lines, wording);
    }

    /** Prints to a stream, for a terminal or a file. */
    static ConsoleReport on(PrintStream out, Terminal terminal) {
        return on(out, terminal, Wording.JAVA);
    }

    /** Prints to a stream, in the words of a front end. */
    static ConsoleReport on(PrintStream out, Terminal terminal, Wording wording) {
        return new ConsoleReport(out, terminal, new EpochLines(out::println), wording);
    }

    @Override
    public void began(InitialWeights weights) {
        out.printf(
                Locale.ROOT,
                "starts from %d tensors of %s; initial values for %s%n",
                weights.loaded().size(),
                weights.file(),
                weights.initialized().isEmpty() ? "none" : String.join(", ", weights.initialized()));
        if (!weights.unused().isEmpty()) {
            int more = weights.unused().size() - MOST_NAMES;
            out.println("unused: "
                    + String.join(
                            ", ",
                            weights.unused()
                                    .subList(
                                            0,
                                            Math.min(
                                                    MOST_NAMES, weights.unused().size())))
                    + (more > 0 ? " and " + more + " more of its tensors" : ""));
        }
        parts.forEach(part -> part.began(weights));
    }

    @Override
    public void started(RunStart run) {
        testImages = run.testImages();
        out.printf(
                Locale.ROOT,
                "%,d parameters; %,d training and %,d test images; %d epochs of %d batches of %d; seed %d%n",
                run.parameters(),
                run.images(),
                run.testImages(),
                run.epochs(),
                run.batches(),
                run.batch(),
                run.seed());
        out.printf(
                Locale.ROOT,
                "%s kernels on %s; %.1f MiB of native memory%n",
                run.kernels(),
                run.device(),
                (run.parameterBytes() + run.boundBytes().total()) / (1024.0 * 1024.0));
        run.fallbackReason().ifPresent(out::println);
        run.notes().forEach(out::println);
        run.resumption().ifPresent(this::printResumption);
        parts.forEach(part -> part.started(run));
    }

    @Override
    public void stepped(StepEnd step) {
        parts.forEach(part -> part.stepped(step));
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        parts.forEach(part -> part.epochEnded(epoch));
        epoch.test()
                .filter(test -> test.notFinite() > 0)
                .ifPresent(test -> out.printf(
                        Locale.ROOT,
                        "the output for %,d of %,d test images is NaN or infinite: epoch %d has no test accuracy%n",
                        test.notFinite(),
                        testImages,
                        epoch.epoch()));
    }

    @Override
    public void interrupted() {
        isInterrupted = true;
        out.println();
        out.println("interrupted: saving the run; interrupt again to end at once");
    }

    @Override
    public void saved(SavedCheckpoint checkpoint) {
        if (isInterrupted) {
            out.println(Fix.text(
                    "saved in " + checkpoint.file() + " after step " + checkpoint.step(), CONTINUING, wording));
        }
    }

    @Override
    public void notSaved(RuntimeException reason) {
        out.println("not saved: " + reason.getMessage());
    }

    @Override
    public void ended(RunEnd run) {
        parts.forEach(part -> part.ended(run));
        if (run.reason() != StopReason.ALL_EPOCHS) {
            out.println("ended, because " + run.reason().text());
        }
        run.kept().ifPresent(best -> printKept(best, run.lastEpoch()));
    }

    private void printKept(BestEpoch best, int lastEpoch) {
        out.printf(
                Locale.ROOT,
                "the network has the weights of epoch %d, the best by %s (%.4f)%s%n",
                best.epoch(),
                best.metric().text(),
                best.value(),
                best.epoch() == lastEpoch ? "" : "; the last was epoch " + lastEpoch);
    }

    private void printResumption(Resumption resumption) {
        SavedCheckpoint from = resumption.checkpoint();
        out.printf(
                Locale.ROOT,
                "continues from %s: epoch %d, after %d of its batches%n",
                from.file(),
                from.epoch(),
                from.batch());
        resumption.differences().forEach(out::println);
    }
}
