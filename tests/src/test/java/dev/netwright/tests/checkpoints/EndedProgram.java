package dev.netwright.tests.checkpoints;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.SavedCheckpoint;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.WatchedKernels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A training program that comes to a phase, says so, and takes its time there. */
final class EndedProgram {
    static final String READY = "ready";
    private static final int READY_AT_STEP = 3;
    private static final long LONG_MILLIS = 3_000;
    private static final int MORE_THAN_A_PIPE_HOLDS = 1 << 20;

    /** The folder of the run's report, in that of its checkpoints. */
    static final String REPORT = "report";

    /** What a listener ends the program with. */
    static final int EXIT = 7;

    private static final ImageDataset IMAGES =
            FashionMnist.bundledTrain().first(100).resize(12);
    private static final ImageDataset TEST =
            FashionMnist.bundledTest().first(50).resize(12);

    /** What a run is doing when it is asked to end. */
    enum Phase {
        TRAINING,
        /** Within a step, which the save has to wait for. */
        STEP,
        LOADING,
        EVALUATION,
        REPORTING,
        /** A listener of a save calls {@code System.exit}. */
        EXITING,
        /** It writes more than a pipe holds that nobody reads. */
        BLOCKED
    }

    private EndedProgram() {}

    /** Arguments: the checkpoints' folder, and the phase. */
    public static void main(String[] arguments) {
        Phase phase = Phase.valueOf(arguments[1]);
        KernelSet kernels = KernelSets.preferred();
        Training training = training(phase == Phase.EVALUATION ? new SlowFrom(TEST, 10) : TEST)
                .kernels(phase == Phase.STEP ? WatchedKernels.of(kernels, EndedProgram::readyInStep) : kernels)
                .checkpoints(Path.of(arguments[0]))
                .runFolder(Path.of(arguments[0]).resolve(REPORT))
                .listener(dev.netwright.runtime.report.ConsoleReport.standard())
                .listener(new SlowListener(phase));
        ResumedNet.train(phase == Phase.LOADING ? new SlowFrom(IMAGES, 20) : IMAGES, training)
                .close();
        System.out.println("came to its end");
    }

    /** The run that each phase interrupts, and that goes on afterwards. */
    static Training training(Dataset test) {
        return Training.with(Optimizer.adam(1e-3)).batch(16).epochs(2).seed(7).test(test);
    }

    static ImageDataset images() {
        return IMAGES;
    }

    static ImageDataset test() {
        return TEST;
    }

    private static void readyInStep(int step) {
        if (step == READY_AT_STEP) {
            ready();
        }
    }

    private static void ready() {
        System.out.println(READY);
        try {
            Thread.sleep(LONG_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record SlowListener(Phase phase) implements TrainingListener {
        @Override
        public void stepped(StepEnd step) {
            if (phase == Phase.TRAINING && step.step() == READY_AT_STEP) {
                ready();
            }
            if (phase == Phase.BLOCKED && step.step() == READY_AT_STEP) {
                System.out.println(READY);
                System.out.println("-".repeat(MORE_THAN_A_PIPE_HOLDS));
            }
        }

        @Override
        public void saved(SavedCheckpoint checkpoint) {
            if (phase == Phase.EXITING && checkpoint.step() > 0) {
                System.exit(EXIT);
            }
        }

        @Override
        public void epochEnded(EpochEnd epoch) {
            if (phase == Phase.REPORTING) {
                ready();
            }
        }
    }

    /** The same images, of which one takes long. */
    private record SlowFrom(Dataset whole, int slow, AtomicInteger reads) implements Dataset {
        SlowFrom(Dataset whole, int slow) {
            this(whole, slow, new AtomicInteger());
        }

        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public ImageFormat format() {
            return whole.format();
        }

        @Override
        public List<String> labels() {
            return whole.labels();
        }

        @Override
        public Optional<Preprocessing> preprocessing() {
            return whole.preprocessing();
        }

        @Override
        public int checksum(int index) {
            return whole.checksum(index);
        }

        @Override
        public int label(int index) {
            return whole.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            // A run with checkpoints reads each of a few pictures once to know them again.
            if (index == slow && reads.incrementAndGet() > 1) {
                ready();
            }
            whole.read(index, target, offset);
        }
    }
}
