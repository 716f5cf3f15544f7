package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.ClassOutcome;
import dev.netwright.runtime.training.ConfusionMatrix;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.EpochTimes;
import dev.netwright.runtime.training.Mistake;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Resumption;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.SavedCheckpoint;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TestResult;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run of two epochs of ten batches, as a listener sees it. */
final class ReportedRun {
    static final int BATCHES = 10;

    private static final ClassOutcome OUTCOME = new ClassOutcome(
            new ConfusionMatrix(new int[][] {{3, 1}, {2, 2}}),
            List.of(new Mistake(5, 1, 0, 0.9), new Mistake(2, 0, 1, 0.8)));

    private ReportedRun() {}

    /** Two classes of pictures of 2x2. */
    private record TwoClasses() implements Dataset {
        @Override
        public int size() {
            return 8;
        }

        @Override
        public ImageFormat format() {
            return new ImageFormat(1, 2, 2);
        }

        @Override
        public List<String> labels() {
            return List.of("cat & dog", "<bird>");
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public List<Augmentation> augmentations() {
            return List.of(HorizontalFlip.withProbability(0.5), RandomCrop.of(2).padding(1));
        }

        @Override
        public void read(int index, float[] target, int offset) {
            for (int i = 0; i < 4; i++) {
                target[offset + i] = -3 + i * index;
            }
        }

        @Override
        public void read(int index, Draw draw, float[] target, int offset) {
            read(index, target, offset);
        }
    }

    static RunFacts facts() {
        return new RunFacts(
                "zoo.Animals",
                "ab".repeat(32),
                Optional.of("<html><body>the card</body></html>"),
                new TwoClasses(),
                Training.with(Optimizer.sgd(0.1).schedule(Schedule.cosine().warmUp(5)))
                        .freezeThrough("stem")
                        .seed(7)
                        .epochs(2)
                        .test(new TwoClasses()));
    }

    /** A run that starts. */
    static void start(TrainingListener listener) {
        start(listener, Optional.empty());
    }

    /** A run that resumes at a step from a checkpoint with points of the curves. */
    static void resume(TrainingListener listener, int steps, List<RunPoint> points) {
        start(
                listener,
                Optional.of(new Resumption(
                        new SavedCheckpoint(Path.of("last.safetensors"), steps, 1 + steps / BATCHES, steps % BATCHES),
                        List.of(),
                        points,
                        steps < BATCHES ? Optional.empty() : Optional.of(OUTCOME))));
    }

    private static void start(TrainingListener listener, Optional<Resumption> resumption) {
        listener.started(new RunStart(
                "cpu",
                "nd4j",
                Optional.empty(),
                640,
                8,
                64,
                BATCHES,
                2,
                7,
                1_234,
                1 << 20,
                new BoundBytes(1, 2, 3, 4),
                List.of(),
                resumption));
    }

    /** Steps from the first to the last, counted from 1 over both epochs; an epoch ends after its last one. */
    static void steps(TrainingListener listener, int first, int last) {
        for (int step = first; step <= last; step++) {
            int epoch = (step + BATCHES - 1) / BATCHES;
            int batch = (step - 1) % BATCHES + 1;
            int done = step - first + 1;
            listener.stepped(new StepEnd(
                    epoch, 2, batch, BATCHES, step, 2.0 / step, 1, 0.01 * step, 0.1, 64L * done, 0.5 * done, 0));
            if (batch % 2 == 0 && batch < BATCHES) {
                listener.measured(point(step));
            }
            if (batch == BATCHES) {
                listener.evaluated(epoch, OUTCOME);
                listener.measured(point(step));
                listener.epochEnded(new EpochEnd(
                        epoch,
                        step,
                        2.0 / step,
                        0.01 * step,
                        Optional.of(new TestResult(0.75, 0.625)),
                        0.1,
                        Optional.empty(),
                        new EpochTimes(6, 5, 0, 128)));
            }
        }
    }

    /** The point after a step. */
    static RunPoint point(int step) {
        RunPoint point = new RunPoint(
                step,
                (double) step / BATCHES,
                2.0 / step,
                0.01 * step,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0.1,
                128,
                Instant.parse("2026-11-29T09:00:00Z").plusSeconds(step));
        return step % BATCHES == 0 ? point.tested(OptionalDouble.of(0.75), OptionalDouble.of(0.625)) : point;
    }

    static void end(TrainingListener listener) {
        end(listener, StopReason.ALL_EPOCHS);
    }

    static void end(TrainingListener listener, StopReason reason) {
        listener.ended(new RunEnd("cpu", List.of(), 128, Optional.empty(), reason, 2, Optional.empty()));
    }

    static void whole(TrainingListener listener) {
        start(listener);
        steps(listener, 1, 2 * BATCHES);
        end(listener);
    }
}
