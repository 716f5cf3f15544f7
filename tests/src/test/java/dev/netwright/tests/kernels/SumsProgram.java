package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.ParameterSpec;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Arrays;

/**
 * Prints the number of threads, and then a hash of each tensor that rests on long sums: one step of some networks on a kernel set, whose name
 * is its argument. A line is a network, a tensor and the hash, between tabs. Gradients of weights are products of matrices, whose sums the
 * library divides among its threads, and are left out.
 */
public final class SumsProgram {
    private static final Shape LARGE = Shape.image(2, 200, 200);
    private static final Shape BLOCKS = Shape.image(18, 40, 38);
    private static final int MANY_IMAGES = 1_030;

    private final KernelSet kernels;

    private SumsProgram(KernelSet kernels) {
        this.kernels = kernels;
    }

    /** Computes and prints. */
    public static void main(String[] arguments) {
        SumsProgram program =
                new SumsProgram(TestedKernels.valueOf(arguments[0]).create());
        System.out.println("threads = " + program.kernels.environment().get("threads"));
        program.norms();
        program.partNorms();
        program.biases();
        program.gates();
        program.averages();
        program.losses();
        program.normOfAllGradients();
    }

    private void norms() {
        step("norms of planes", chain(LARGE, 2), 16);
        step("norms in blocks", chain(BLOCKS, 18), 16);
        step(
                "norm of vectors",
                SingleKernelNetwork.firstLayer(
                        TestedNorm.of(Shape.features(5), NormSettings.DEFAULT, ActivationFunction.SIGMOID)),
                MANY_IMAGES);
    }

    private void partNorms() {
        step("layer norm of planes", behindConvolution(TestedPartNorm.layer(LARGE, 1e-5)), 16);
        step("layer norm in blocks", behindConvolution(TestedPartNorm.layer(Shape.image(32, 40, 38), 1e-5)), 16);
        step("group norm in blocks", behindConvolution(TestedPartNorm.groups(Shape.image(32, 40, 38), 4, 1e-5)), 16);
        step("layer scale in blocks", behindConvolution(new TestedLayerScale(Shape.image(32, 40, 38), false)), 16);
    }

    /** The mean of each map keeps the sums of the readout, which the library splits between threads, short. */
    private static TestNetwork behindConvolution(KernelUnderTest kernel) {
        return new LayeredNetwork(new MeanBehindConvolution(new BehindConvolution(kernel)));
    }

    private record MeanBehindConvolution(BehindConvolution tested) implements Layers {
        @Override
        public Shape images() {
            return tested.images();
        }

        @Override
        public void describe(NetworkLayersBuilder network) {
            tested.describe(network);
            network.globalAveragePool("mean");
        }
    }

    private void biases() {
        step("bias of planes", new LayeredNetwork(new BiasedMean(LARGE, 2, ActivationFunction.SIGMOID)), 16);
        step("bias in blocks", new LayeredNetwork(new BiasedMean(BLOCKS, 18, ActivationFunction.SIGMOID)), 16);
        step(
                "bias of vectors",
                SingleKernelNetwork.firstLayer(
                        new TestedLinear(Shape.features(7), 5, Bias.TRAINED, ActivationFunction.SIGMOID)),
                MANY_IMAGES);
    }

    private void averages() {
        average(LARGE, 16);
        average(BLOCKS, 16);
        average(Shape.image(17, 1, 1500), 3);
    }

    private void gates() {
        step("gate of planes", new LayeredNetwork(new GatedMean(LARGE, 2)), 16);
        step("gate in blocks", new LayeredNetwork(new GatedMean(BLOCKS, 18)), 16);
    }

    private void losses() {
        int classes = 100_003;
        LogitsNetwork network = new LogitsNetwork(2, classes);
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = workspace(parameters, network.programs(), 2)) {
            network.write(
                    parameters, new float[][] {TestBatch.gaussian(1, classes, 1), TestBatch.gaussian(2, classes, 1)});
            TestBatch batch = network.batch(7, classes - 1);
            workspace.training(2).load(batch.images(), batch.labels(), 0);
            print("cross entropy", workspace.training(2), parameters);
        }
        squaredError();
    }

    private void squaredError() {
        RegressionNetwork network = new RegressionNetwork(
                TestedConvolution.of(LARGE, 2, Window.square(1, 1, 0), ActivationFunction.SIGMOID), 0.5);
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = workspace(parameters, network.programs(), 4)) {
            TestBatch.fill(parameters);
            float[] images = TestBatch.gaussian(3, 4 * LARGE.size(), 1);
            workspace.training(4).load(images, TestBatch.gaussian(4, 4 * LARGE.size(), 1), 0);
            print("squared error", workspace.training(4), parameters);
        }
    }

    /** Plain descent from nothing: what a step changes is the gradients times what the clipping makes of them. */
    private void normOfAllGradients() {
        LogitsNetwork network = new LogitsNetwork(2, 100_003);
        UpdatePlan plan = new UpdatePlan(
                new UpdateRule.GradientDescent(0, false),
                0,
                DecayedParameters.ALL,
                new GradientClipping.ByNorm(1e-3),
                FrozenLayers.NONE);
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = workspace(parameters, network.programs(), 2);
                ParameterUpdate update = parameters.update(plan)) {
            TestBatch.fill(parameters);
            Observation.ofStep(workspace.training(2), parameters, network.batch(1, 2), 0);
            update.step(1, 0, 0);
            for (Parameter parameter : network.parameters().parameters()) {
                print("norm of all gradients", parameter.name(), values(parameters, parameter));
            }
        }
    }

    private static TestNetwork chain(Shape images, int channels) {
        return new LayeredNetwork(new NormedChain(images, channels, NormSettings.DEFAULT, ActivationFunction.SIGMOID));
    }

    private void step(String name, TestNetwork network, int batch) {
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = workspace(parameters, network.programs(), batch)) {
            TestBatch.fill(parameters);
            TestBatch loaded = network.batch(batch);
            workspace.training(batch).load(loaded.images(), loaded.labels(), 0);
            print(name, workspace.training(batch), parameters);
        }
    }

    private void average(Shape images, int batch) {
        Window whole = Window.of(images.height(), images.width(), 1, 1, 0, 0);
        TestNetwork network = SingleKernelNetwork.firstLayer(TestedPool.floor(images, PoolKind.AVERAGE, whole));
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = kernels.workspace(parameters, network.programs(), 1)) {
            workspace.reserve(Mode.INFERENCE, batch);
            TestBatch.fill(parameters);
            print(
                    "average over " + images,
                    "logits",
                    Observation.logits(workspace.inference(batch), network.batch(batch), TestNetwork.CLASSES));
        }
    }

    private Workspace workspace(ParameterMemory parameters, Programs programs, int batch) {
        Workspace workspace = kernels.workspace(parameters, programs, 1);
        workspace.reserve(Mode.TRAINING, batch);
        return workspace;
    }

    private static void print(String name, TrainingSession session, ParameterMemory parameters) {
        Observation step = Observation.ofLoaded(session, parameters);
        ParameterTable table = parameters.table();
        System.out.println(name + "\tloss\t" + step.loss());
        table.parameters().stream()
                .filter(tensor -> !isFactor(tensor))
                .forEach(tensor -> print(name, "gradient of " + tensor.name(), step.gradient(tensor.name())));
        table.statistics().forEach(tensor -> print(name, tensor.name(), step.statistic(tensor.name())));
    }

    private static boolean isFactor(Parameter tensor) {
        return tensor.role() == ParameterSpec.Role.CONVOLUTION_WEIGHT
                || tensor.role() == ParameterSpec.Role.LINEAR_WEIGHT;
    }

    private static float[] values(ParameterMemory parameters, Parameter parameter) {
        float[] values = new float[parameter.size()];
        parameters.read(parameter, values);
        return values;
    }

    private static void print(String network, String tensor, float... values) {
        System.out.println(network + "\t" + tensor + "\t" + Integer.toHexString(Arrays.hashCode(values)));
    }
}
