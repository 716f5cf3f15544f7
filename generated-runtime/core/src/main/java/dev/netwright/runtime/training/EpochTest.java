package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.InferenceSession;

/** What a run measures on its test images after an epoch, by what the network learns. */
sealed interface EpochTest extends OutputPass.Visitor permits TestEvaluation, ValueTest, PixelTest {
    /** Evaluates every image. */
    static EpochTest of(InferenceSession session, Dataset images, Loss loss) {
        EpochTest test = of(loss, images);
        OutputPass.forEach(session, images, loss.target().outputs(), test);
        return test;
    }

    private static EpochTest of(Loss loss, Dataset images) {
        if (loss.target() instanceof Target.OneClass) {
            return new TestEvaluation(loss);
        }
        return loss.target() instanceof Target.PerPixel
                ? new PixelTest(loss, images.labels())
                : new ValueTest(loss, images.labels(), images.size());
    }

    /** The numbers by which epochs are compared. */
    TestResult result();

    /** What reports show. */
    TestOutcome outcome();
}
