package dev.netwright.tests.parity;

import dev.netwright.operation.Mode;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.Target;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.runtime.training.Optimizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network bound for a fixture's two batch sizes and fed with the images that PyTorch was given. Each step starts from values, running
 * statistics and optimizer states that are drawn: the streams lie past those that the runtime uses.
 */
final class ParityRun implements AutoCloseable {
    private static final int IMAGES_STREAM = 2_000_000;
    private static final int TARGETS_STREAM = 2_000_001;
    private static final int STATISTICS_STREAM = 3_000_000;
    private static final int STATES_STREAM = 4_000_000;

    private final NetworkType<?> type;
    private final Fixture fixture;
    private final CounterRandom random;
    private final Map<Parameter, float[]> firstValues = new HashMap<>();
    private final ParameterMemory parameters;
    private final Workspace workspace;
    private boolean gradientsAreSpent = true;

    ParityRun(ParityNetwork network, Fixture fixture, KernelSet kernels) {
        type = network.type();
        this.fixture = fixture;
        random = CounterRandom.seeded(fixture.seed());
        type.parameters().parameters().forEach(tensor -> firstValues.put(tensor, drawnValues(tensor)));
        List<Parameter> statistics = type.parameters().statistics();
        for (int i = 0; i < statistics.size(); i++) {
            firstValues.put(statistics.get(i), drawnStatistic(statistics.get(i), i));
        }
        parameters = kernels.allocate(type.parameters());
        firstValues.forEach(parameters::write);
        workspace = kernels.workspace(parameters, type.programs(), fixture.seed());
        workspace.reserve(Mode.TRAINING, fixture.first().batch());
        workspace.reserve(Mode.TRAINING, fixture.tail().batch());
        workspace.reserve(Mode.INFERENCE, fixture.first().batch());
    }

    /** Output of the first batch, in inference mode. */
    float[] logits() {
        drawStatistics();
        InferenceSession session = workspace.inference(fixture.first().batch());
        session.load(images(fixture.first()));
        session.program().forward();
        float[] logits = new float[fixture.first().batch() * fixture.outputs()];
        session.logits(logits);
        return logits;
    }

    /** One step's loss; gradients and running statistics are there to be read. */
    double backward(Fixture.Step step) {
        drawStatistics();
        return continued(step);
    }

    /** The same from running statistics as they are. */
    double continued(Fixture.Step step) {
        TrainingSession session = workspace.training(step.batch());
        Target target = type.target();
        int pixels = target instanceof Target.PerPixel image ? fixture.outputs() / image.classes() : 1;
        float[] targets = new float[step.batch() * (fixture.classifies() ? pixels : fixture.outputs())];
        random.fillUniform(TARGETS_STREAM, step.step(), targets, 0, targets.length, 0);
        if (target instanceof Target.PerPixel image) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (int) ((double) targets[i] * image.classes());
            }
            session.load(images(step), targets, step.step());
        } else if (fixture.classifies()) {
            session.load(images(step), labels(targets), step.step());
        } else {
            session.load(images(step), targets, step.step());
        }
        session.program().forward();
        session.program().backward();
        gradientsAreSpent = false;
        return session.program().loss();
    }

    /**
     * An optimizer's step from the first values and drawn states, with the gradients of the first batch: those of the last backward, if
     * no other optimizer has used them up.
     *
     * @return its states behind the step
     */
    Map<OptimizerState, float[]> update(Fixture.Update expected) {
        type.parameters().parameters().forEach(parameter -> parameters.write(parameter, firstValues(parameter)));
        if (gradientsAreSpent) {
            backward(fixture.first());
        }
        gradientsAreSpent = true;
        Optimizer optimizer = expected.ours();
        Map<OptimizerState, float[]> states = new LinkedHashMap<>();
        try (ParameterUpdate update = parameters.update(optimizer.rule())) {
            for (OptimizerState state : update.states()) {
                update.write(state, drawnState(state));
            }
            update.step(expected.learningRate(), expected.iteration(), 0);
            for (OptimizerState state : update.states()) {
                float[] values = new float[state.parameter().size()];
                update.read(state, values);
                states.put(state, values);
            }
        }
        return states;
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

    /** Copies a tensor in. */
    void write(Parameter tensor, float[] values) {
        parameters.write(tensor, values);
    }

    /** How far a tensor is from its first values. */
    float[] change(Parameter tensor) {
        float[] change = values(tensor);
        float[] first = firstValues(tensor);
        for (int i = 0; i < change.length; i++) {
            change[i] -= first[i];
        }
        return change;
    }

    @Override
    public void close() {
        workspace.close();
        parameters.close();
    }

    private float[] firstValues(Parameter tensor) {
        return Objects.requireNonNull(firstValues.get(tensor), tensor.name());
    }

    private void drawStatistics() {
        type.parameters().statistics().forEach(statistic -> parameters.write(statistic, firstValues(statistic)));
    }

    /** A norm's weight isn't 1 and its bias isn't 0, so that they count; and a layer scale isn't near 0. */
    private float[] drawnValues(Parameter tensor) {
        return switch (tensor.role()) {
            case NORM_WEIGHT, LAYER_SCALE -> uniformFrom(0.5f, 1, RandomStream.parameter(tensor.position()), tensor);
            case NORM_BIAS -> uniformFrom(fixture.normBias(), 1, RandomStream.parameter(tensor.position()), tensor);
            default -> fixture.initializer().values(tensor, random);
        };
    }

    /** Means within 0.25 of 0, variances within 0.5 of 1. */
    private float[] drawnStatistic(Parameter tensor, int position) {
        return tensor.role() == ParameterSpec.Role.RUNNING_MEAN
                ? uniformFrom(-0.25f, 0.5f, STATISTICS_STREAM + position, tensor)
                : uniformFrom(0.5f, 1, STATISTICS_STREAM + position, tensor);
    }

    /** As large as the gradients: averages of them, and of their squares. */
    private float[] drawnState(OptimizerState state) {
        Parameter parameter = state.parameter();
        boolean ofSquares = state.kind().equals("exp_avg_sq");
        float scale = scale(parameter);
        int stream = STATES_STREAM + 2 * parameter.position() + (ofSquares ? 1 : 0);
        float[] values = ofSquares ? uniformFrom(0.5f, 1, stream, parameter) : uniformFrom(-1, 2, stream, parameter);
        for (int i = 0; i < values.length; i++) {
            values[i] *= ofSquares ? scale * scale : scale;
        }
        return values;
    }

    private float scale(Parameter parameter) {
        List<Float> scales = List.copyOf(fixture.stateScales().values());
        return scales.get(parameter.position());
    }

    private float[] images(Fixture.Step step) {
        float[] images = new float[step.batch() * type.images().size()];
        random.fillUniform(IMAGES_STREAM, step.step(), images, 0, images.length, 0);
        return images;
    }

    private int[] labels(float[] uniform) {
        int[] labels = new int[uniform.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) ((double) uniform[i] * fixture.outputs());
        }
        return labels;
    }

    private float[] uniformFrom(float lowest, float range, int stream, Parameter tensor) {
        float[] values = new float[tensor.size()];
        random.fillUniform(stream, 0, values, 0, values.length, 0);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * range + lowest;
        }
        return values;
    }
}
