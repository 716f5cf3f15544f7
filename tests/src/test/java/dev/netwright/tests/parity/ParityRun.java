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
import dev.netwright.runtime.training.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network with a fixture's first values, bound for its two batch sizes, and fed with the images that PyTorch was given.
 * Images and labels are random: the streams lie past those that the runtime uses, and their step is the number of the batch.
 */
final class ParityRun implements AutoCloseable {
    private static final int IMAGES_STREAM = 2_000_000;
    private static final int LABELS_STREAM = 2_000_001;

    private final NetworkType<?> type;
    private final Fixture fixture;
    private final CounterRandom random;
    private final ParameterMemory parameters;
    private final Workspace workspace;

    private interface Reader {
        void read(Parameter parameter, float[] target);
    }

    ParityRun(ParityNetwork network, TestedKernels tested) {
        type = network.type();
        fixture = network.fixture();
        random = CounterRandom.seeded(fixture.seed());
        KernelSet kernels = tested.create();
        parameters = kernels.allocate(type.parameters());
        initialValues()
                .forEach((name, values) -> parameters.write(type.parameters().tensor(name), values));
        workspace = kernels.workspace(parameters, type.programs(), fixture.seed());
        workspace.reserve(Mode.TRAINING, fixture.first().batch());
        workspace.reserve(Mode.TRAINING, fixture.tail().batch());
        workspace.reserve(Mode.INFERENCE, fixture.first().batch());
    }

    /** Each parameter before the first step. */
    Map<String, float[]> initialValues() {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : type.parameters().parameters()) {
            values.put(parameter.name(), fixture.initializer().values(parameter, random));
        }
        return values;
    }

    /** Logits of the first batch. */
    float[] logits() {
        InferenceSession session = workspace.inference(fixture.first().batch());
        session.load(images(fixture.first()));
        session.program().forward();
        float[] logits = new float[fixture.first().batch() * type.classes()];
        session.logits(logits);
        return logits;
    }

    /** One step's loss; the gradients are there to be read. */
    double backward(Fixture.Step step) {
        TrainingSession session = workspace.training(step.batch());
        session.load(images(step), labels(step), step.step());
        session.program().forward();
        session.program().backward();
        return session.program().loss();
    }

    /** Some steps from 0 on, each with a batch of its own. */
    void train(Optimizer optimizer, int steps) {
        try (ParameterUpdate update = parameters.update(optimizer.rule())) {
            for (int i = 0; i < steps; i++) {
                backward(new Fixture.Step(i, fixture.first().batch(), 0, Map.of()));
                update.step(optimizer.learningRate().at(i, 0), i, 0);
            }
        }
    }

    Map<String, float[]> gradients() {
        return read(parameters::readGradient);
    }

    Map<String, float[]> parameters() {
        return read(parameters::read);
    }

    @Override
    public void close() {
        workspace.close();
        parameters.close();
    }

    private Map<String, float[]> read(Reader reader) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter parameter : type.parameters().parameters()) {
            float[] target = new float[parameter.size()];
            reader.read(parameter, target);
            values.put(parameter.name(), target);
        }
        return values;
    }

    private float[] images(Fixture.Step step) {
        float[] images = new float[step.batch() * type.images().size()];
        random.fillUniform(IMAGES_STREAM, step.step(), images, 0, images.length, 0);
        return images;
    }

    private int[] labels(Fixture.Step step) {
        int[] labels = new int[step.batch()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) ((double) random.uniform(LABELS_STREAM, step.step(), i) * type.classes());
        }
        return labels;
    }
}
