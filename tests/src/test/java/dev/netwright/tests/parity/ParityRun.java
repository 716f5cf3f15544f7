package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.training.Optimizer;

/**
 * A network with a fixture's first values, bound for its two batch sizes, and fed with the images that PyTorch was given.
 * Images and targets are random: the streams lie past those that the runtime uses, and their step is the number of the batch.
 */
final class ParityRun implements AutoCloseable {
    private static final int IMAGES_STREAM = 2_000_000;
    private static final int TARGETS_STREAM = 2_000_001;

    private final NetworkType<?> type;
    private final Fixture fixture;
    private final CounterRandom random;
    private final ParameterMemory parameters;
    private final Workspace workspace;

    ParityRun(ParityNetwork network, Fixture fixture, TestedKernels tested) {
        type = network.type();
        this.fixture = fixture;
        random = CounterRandom.seeded(fixture.seed());
        KernelSet kernels = tested.create();
        parameters = kernels.allocate(type.parameters());
        type.parameters().tensors().forEach(tensor -> parameters.write(tensor, firstValues(tensor)));
        workspace = kernels.workspace(parameters, type.programs(), fixture.seed());
        workspace.reserve(Mode.TRAINING, fixture.first().batch());
        workspace.reserve(Mode.TRAINING, fixture.tail().batch());
        workspace.reserve(Mode.INFERENCE, fixture.first().batch());
    }

    /** A tensor before the first step. A norm's weight isn't 1 and its bias isn't 0, so that they count. */
    float[] firstValues(Parameter tensor) {
        return switch (tensor.role()) {
            case NORM_WEIGHT -> uniformFrom(0.5f, tensor);
            case NORM_BIAS -> uniformFrom(fixture.normBias(), tensor);
            default -> fixture.initializer().values(tensor, random);
        };
    }

    /** Output of the first batch, in inference mode. */
    float[] logits() {
        InferenceSession session = workspace.inference(fixture.first().batch());
        session.load(images(fixture.first()));
        session.program().forward();
        float[] logits = new float[fixture.first().batch() * fixture.outputs()];
        session.logits(logits);
        return logits;
    }

    /** One step's loss; the gradients are there to be read. */
    double backward(Fixture.Step step) {
        return backward(step.step(), step.batch());
    }

    /** Some steps from 0 on, each with a batch of its own. */
    void train(Optimizer optimizer, int steps) {
        try (ParameterUpdate update = parameters.update(optimizer.rule())) {
            for (int i = 0; i < steps; i++) {
                backward(i, fixture.first().batch());
                update.step(optimizer.learningRate().at(new RunPosition(i, steps, steps)), i, 0);
            }
        }
    }

    float[] gradient(Parameter parameter) {
        float[] gradient = new float[parameter.size()];
        parameters.readGradient(parameter, gradient);
        return gradient;
    }

    float[] values(Parameter tensor) {
        float[] values = new float[tensor.size()];
        parameters.read(tensor, values);
        return values;
    }

    @Override
    public void close() {
        workspace.close();
        parameters.close();
    }

    private double backward(int step, int batch) {
        TrainingSession session = workspace.training(batch);
        float[] targets = new float[batch * (fixture.classifies() ? 1 : fixture.outputs())];
        random.fillUniform(TARGETS_STREAM, step, targets, 0, targets.length, 0);
        if (fixture.classifies()) {
            session.load(images(step, batch), labels(targets), step);
        } else {
            session.load(images(step, batch), targets, step);
        }
        session.program().forward();
        session.program().backward();
        return session.program().loss();
    }

    private float[] images(Fixture.Step step) {
        return images(step.step(), step.batch());
    }

    private float[] images(int step, int batch) {
        float[] images = new float[batch * type.images().size()];
        random.fillUniform(IMAGES_STREAM, step, images, 0, images.length, 0);
        return images;
    }

    private int[] labels(float[] uniform) {
        int[] labels = new int[uniform.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) ((double) uniform[i] * fixture.outputs());
        }
        return labels;
    }

    private float[] uniformFrom(float lowest, Parameter tensor) {
        float[] values = new float[tensor.size()];
        random.fillUniform(RandomStream.parameter(tensor.position()), 0, values, 0, values.length, 0);
        for (int i = 0; i < values.length; i++) {
            values[i] += lowest;
        }
        return values;
    }
}
