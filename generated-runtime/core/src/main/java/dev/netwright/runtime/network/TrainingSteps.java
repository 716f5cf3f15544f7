package dev.netwright.runtime.network;

import dev.netwright.runtime.data.PictureValues;
import dev.netwright.runtime.kernel.FloatRange;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;

/**
 * Training steps of a network by hand, one call for each part of a step. Only one thread at a time may call it. It owns
 * native memory, so close it.
 *
 * <pre>{@code
 * try (TrainingSteps steps = network.steps(64, 0)) {
 *     steps.load(images, labels);
 *     steps.forward();
 *     steps.backward();
 *     steps.update(0.1);
 * }
 * }</pre>
 */
public final class TrainingSteps implements AutoCloseable {
    private final Lifetime network;
    private final Lifetime own;
    private final ParameterMemory parameters;
    private final Workspace workspace;
    private final TrainingSession session;
    private final ParameterUpdate update;
    private final Runnable onClose;
    private Stage stage = Stage.OPENED;
    private int iteration;

    /** The last call, in the order of a step. */
    private enum Stage {
        OPENED,
        LOADED,
        FORWARD,
        BACKWARD,
        UPDATE
    }

    private TrainingSteps(
            String name,
            Lifetime network,
            ParameterMemory parameters,
            Workspace workspace,
            int batch,
            UpdateRule rule,
            Runnable onClose) {
        this.network = network;
        this.own = new Lifetime("a stepper of " + name, "open another");
        this.parameters = parameters;
        this.workspace = workspace;
        this.session = workspace.training(batch);
        this.update = parameters.update(rule);
        this.onClose = onClose;
    }

    static TrainingSteps open(
            NetworkType<?> type,
            NetworkState state,
            BatchMemory memory,
            Lifetime network,
            int batch,
            UpdateRule rule,
            long seed,
            Runnable onClose) {
        Workspace workspace = memory.forTraining(batch, rule, seed);
        try {
            return new TrainingSteps(type.name(), network, state.parameters(), workspace, batch, rule, onClose);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /**
     * The batch size.
     *
     * @return images in each batch, at least 1
     */
    public int batch() {
        return session.batch();
    }

    /**
     * Gives the next batch to a classifier.
     *
     * @param images {@link #batch()} images one after the other, each as channels, rows, columns
     * @param labels a class number from 0 for each image
     * @throws IllegalArgumentException if a value is NaN, infinite or larger in magnitude than {@link
     *     PictureValues#LARGEST}, or there are too few values; the network doesn't change
     * @throws IllegalStateException if the network doesn't learn one class of each image
     */
    public void load(float[] images, int[] labels) {
        requireFinite("images", images);
        running(() -> session.load(images, labels, iteration));
        stage = Stage.LOADED;
    }

    /**
     * Gives the next batch to a network of labels, numbers or pixels, or shares of the classes to one with softmax
     * cross-entropy, as {@code CrossEntropyLoss} takes class probabilities in PyTorch.
     *
     * @param images {@link #batch()} images one after the other, each as channels, rows, columns
     * @param targets for each image 0 or 1 for each label, its numbers, or the class of each pixel by rows; or a share of
     *     each class, at least 0, which add up to 1
     * @throws IllegalArgumentException if a value is NaN, infinite or larger in magnitude than {@link
     *     PictureValues#LARGEST}, or there are too few values; the network doesn't change
     * @throws IllegalStateException if the network learns one class by another loss than softmax cross-entropy
     */
    public void load(float[] images, float[] targets) {
        requireFinite("images", images);
        requireFinite("targets", targets);
        running(() -> session.load(images, targets, iteration));
        stage = Stage.LOADED;
    }

    /**
     * Computes the loss of the loaded batch and updates running statistics. It may be repeated for the same batch.
     *
     * @throws IllegalStateException before a batch is loaded
     */
    public void forward() {
        require(stage != Stage.OPENED, "load(...)");
        running(session.program()::forward);
        stage = Stage.FORWARD;
    }

    /**
     * Computes the gradients of all parameters.
     *
     * @throws IllegalStateException unless {@link #forward()} was called last; each backward uses up its results
     */
    public void backward() {
        require(stage == Stage.FORWARD, "forward()");
        running(session.program()::backward);
        stage = Stage.BACKWARD;
    }

    /**
     * Changes every parameter by its gradient, and uses the gradients up.
     *
     * @param learningRate the learning rate of this step, at least 0 and finite as a float
     * @throws IllegalArgumentException if the learning rate is out of range; the parameters don't change
     * @throws IllegalStateException unless {@link #backward()} was called last
     */
    public void update(double learningRate) {
        require(stage == Stage.BACKWARD, "backward()");
        FloatRange.requireAtLeastZero("learning rate", learningRate);
        running(() -> update.step(learningRate, iteration, 0));
        iteration++;
        stage = Stage.UPDATE;
    }

    /**
     * The loss of the last forward, as {@link dev.netwright.runtime.kernel.TrainingProgram#loss()} says.
     *
     * @return the loss
     * @throws IllegalStateException before a forward of the batch that was loaded last
     */
    public double loss() {
        require(stage.compareTo(Stage.FORWARD) >= 0, "forward()");
        return own.during(() -> network.during(session.program()::loss));
    }

    /**
     * Correctly classified images of the last forward pass.
     *
     * @return from 0 to the batch size; 0 for a network that isn't a classifier
     * @throws IllegalStateException before a forward pass of the batch that was loaded last
     */
    public int correct() {
        require(stage.compareTo(Stage.FORWARD) >= 0, "forward()");
        return own.during(() -> network.during(session.program()::correct));
    }

    /**
     * A copy of a parameter's gradient in its logical order, between backward and update.
     *
     * @param name the parameter's full name, such as {@code conv1.weight}
     * @return the values, the last dimension fastest
     * @throws IllegalArgumentException if there is no such parameter
     * @throws IllegalStateException unless {@link #backward()} was called last
     */
    public float[] gradient(String name) {
        require(stage == Stage.BACKWARD, "backward()");
        Parameter parameter = parameters.table().tensor(name);
        float[] values = new float[parameter.size()];
        running(() -> parameters.readGradient(parameter, values));
        return values;
    }

    /** Frees the memory. The network keeps the parameters that the steps have trained. */
    @Override
    public void close() {
        own.end(() -> {
            update.close();
            workspace.close();
            onClose.run();
        });
    }

    private void running(Runnable call) {
        own.running(() -> network.running(call));
    }

    private static void requireFinite(String what, float... values) {
        int place = PictureValues.indexOfUnfit(values, 0, values.length);
        if (place >= 0) {
            throw new IllegalArgumentException(
                    "the values of " + what + " must be finite and of a magnitude of at most "
                            + PictureValues.LARGEST + ", found " + values[place] + " at index " + place
                            + "; the network is as it was before this batch");
        }
    }

    private static void require(boolean ready, String missing) {
        if (!ready) {
            throw new IllegalStateException("a step is load, forward, backward, update; call " + missing + " first");
        }
    }
}
