package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Target;
import dev.netwright.runtime.engine.session.LossTargets;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.LossKernel;
import java.util.function.Consumer;

/** A kernel whose loss the host computes: it reads the outputs, and writes their gradient. */
public final class HostedLoss implements LossKernel {
    private final BatchLoss loss;
    private final StepClock clock;
    private final boolean isOfClasses;
    private final float[] outputs;
    private final Consumer<float[]> reader;
    private final Consumer<float[]> writer;

    private HostedLoss(
            BatchLoss loss, StepClock clock, boolean isOfClasses, Consumer<float[]> reader, Consumer<float[]> writer) {
        this.loss = loss;
        this.clock = clock;
        this.isOfClasses = isOfClasses;
        this.reader = reader;
        this.writer = writer;
        outputs = new float[loss.gradient().length];
    }

    /**
     * Binds a loss to the arrays of a kernel set.
     *
     * @param loss any loss
     * @param clock has the targets of the step
     * @param options the run's label smoothing and weights
     * @param reader copies the outputs, a row for each image
     * @param writer takes the gradient, in the same order
     * @return the kernel
     */
    public static HostedLoss bind(
            Loss loss, StepClock clock, BindingOptions options, Consumer<float[]> reader, Consumer<float[]> writer) {
        return new HostedLoss(
                BatchLoss.of(loss, clock.batch(), options.labelSmoothing(), options.weights()),
                clock,
                loss.target() instanceof Target.OneClass,
                reader,
                writer);
    }

    /**
     * What a session has to give the loss.
     *
     * @param loss any loss
     * @return labels of classes, or values
     */
    public static LossTargets targets(Loss loss) {
        return loss.target() instanceof Target.OneClass ofClasses
                ? new LossTargets.Labels(ofClasses.classes())
                : new LossTargets.Hosted(loss.target().values());
    }

    @Override
    public void forward() {
        reader.accept(outputs);
        if (isOfClasses) {
            if (clock.isShared()) {
                throw new IllegalStateException(
                        "focal loss and weights of classes need a class for each image, found shares of classes");
            }
            for (int image = 0; image < clock.batch(); image++) {
                loss.targets()[image] = clock.label(image);
            }
        } else {
            clock.readTargets(loss.targets());
        }
        loss.compute(outputs);
    }

    @Override
    public void backward() {
        writer.accept(loss.gradient());
    }

    @Override
    public double value() {
        return loss.value();
    }

    @Override
    public int correct() {
        return loss.correct();
    }
}
