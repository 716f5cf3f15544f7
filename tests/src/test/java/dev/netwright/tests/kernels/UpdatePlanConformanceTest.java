package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LayerRates;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Weight decay and clipping beside PyTorch's. The expected numbers are the weight, class by class, and the bias after three steps of
 *
 * <pre>{@code
 * import torch, torch.nn.functional as F          # 1.13
 * torch.set_default_dtype(torch.float64)
 * def run(make, clip=lambda p: None):
 *     w = torch.tensor([[0.3*k - 0.2*n + 0.1*k*n for n in range(4)] for k in range(3)], requires_grad=True)
 *     b = torch.tensor([0.5, -0.25, 0.125], requires_grad=True)
 *     optimizer = make(w, b)
 *     for _ in range(3):
 *         optimizer.zero_grad()
 *         F.cross_entropy((w + b[:, None]).T, torch.tensor([0, 1, 2, 1])).backward()
 *         clip([w, b]); optimizer.step()
 *     print([round(x, 7) for x in w.detach().flatten().tolist() + b.detach().tolist()])
 * }</pre>
 *
 * with the call above each test.
 */
@Tag("numeric")
class UpdatePlanConformanceTest {
    private static final UpdateRule MOMENTUM = new UpdateRule.GradientDescent(0.9, false);
    private static final UpdateRule ADAM = new UpdateRule.Adam(0.9, 0.999, 1e-8, 0);

    /** {@code run(lambda w, b: SGD([w, b], lr=0.5, weight_decay=0.1))}. */
    @ParameterizedTest
    @EnumSource
    void gradientDescentDecays(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                decaying(new UpdateRule.GradientDescent(0, false), 0.1, DecayedParameters.ALL),
                0.2236134,
                -0.278373,
                -0.4377993,
                -0.6007908,
                0.166037,
                0.4231149,
                -0.0028245,
                0.2544733,
                0.3819871,
                0.3696832,
                0.6978362,
                0.3463175,
                0.3641878,
                0.112032,
                -0.1547041);
    }

    /** {@code run(lambda w, b: SGD([w, b], lr=0.5, momentum=0.9, weight_decay=0.1))}. */
    @ParameterizedTest
    @EnumSource
    void decayEntersTheMomentum(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                decaying(MOMENTUM, 0.1, DecayedParameters.ALL),
                0.4241242,
                -0.347289,
                -0.4719194,
                -0.6002682,
                0.050221,
                0.6251093,
                -0.0916928,
                0.4842103,
                0.1838922,
                0.1610047,
                0.7830246,
                0.1160579,
                0.2479852,
                0.4461791,
                -0.4198987);
    }

    /** {@code run(lambda w, b: SGD([w, b], lr=0.5, momentum=0.9, weight_decay=0.1, nesterov=True))}. */
    @ParameterizedTest
    @EnumSource
    void decayEntersTheLookAhead(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                decaying(new UpdateRule.GradientDescent(0.9, true), 0.1, DecayedParameters.ALL),
                0.5652029,
                -0.385024,
                -0.4899815,
                -0.5911691,
                -0.0673767,
                0.7163924,
                -0.1905151,
                0.5952933,
                0.0704902,
                0.0475092,
                0.8699354,
                -0.0041242,
                0.1725147,
                0.5170507,
                -0.4527669);
    }

    /** {@code run(lambda w, b: Adam([w, b], lr=0.1, weight_decay=0.1))}. */
    @ParameterizedTest
    @EnumSource
    void adamsDecayIsCoupled(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.1,
                decaying(ADAM, 0.1, DecayedParameters.ALL),
                0.2982776,
                -0.488326,
                -0.6357451,
                -0.5484813,
                0.0008475,
                0.4962745,
                -0.1980147,
                0.2972349,
                0.3023616,
                0.3022084,
                0.8918058,
                0.3022749,
                0.2072969,
                0.0459553,
                -0.1713897);
    }

    /** {@code run(lambda w, b: SGD([{'params': [w], 'weight_decay': 0.1}, {'params': [b]}], lr=0.5, momentum=0.9))}. */
    @ParameterizedTest
    @EnumSource
    void biasesMayBeLeftOutOfTheDecay(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                decaying(MOMENTUM, 0.1, DecayedParameters.WEIGHTS),
                0.4204057,
                -0.3505241,
                -0.4747382,
                -0.6030955,
                0.0533618,
                0.6283632,
                -0.0890541,
                0.4872451,
                0.18447,
                0.1609859,
                0.7832048,
                0.1158504,
                0.3643618,
                0.4236432,
                -0.413005);
    }

    /** {@code run(lambda w, b: AdamW([{'params': [w], 'weight_decay': 0.5}, {'params': [b], 'weight_decay': 0}], lr=0.1))}. */
    @ParameterizedTest
    @EnumSource
    void biasesMayBeLeftOutOfTheDecoupledDecay(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.1,
                decaying(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.5), 0, DecayedParameters.WEIGHTS),
                0.2846098,
                -0.4555155,
                -0.6264992,
                -0.7987808,
                -0.028497,
                0.4550883,
                -0.1999062,
                0.2836581,
                0.2312563,
                0.2311265,
                0.7993073,
                0.2311345,
                0.2057132,
                0.0463779,
                -0.1716839);
    }

    /**
     * {@code run(lambda w, b: SGD([w, b], lr=0.5, momentum=0.9, weight_decay=0.1), lambda p: clip_grad_norm_(p, 0.1))}: clipped first,
     * decayed then.
     */
    @ParameterizedTest
    @EnumSource
    void gradientsAreClippedByTheirNorm(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                new UpdatePlan(
                        MOMENTUM, 0.1, DecayedParameters.ALL, new GradientClipping.ByNorm(0.1), FrozenLayers.NONE),
                0.0787705,
                -0.1838658,
                -0.3259999,
                -0.4686778,
                0.1914593,
                0.2392519,
                0.04602,
                0.0940978,
                0.3880077,
                0.383439,
                0.4993924,
                0.37458,
                0.3435645,
                -0.0508398,
                -0.018459);
    }

    /** {@code run(lambda w, b: SGD([w, b], lr=0.5), lambda p: clip_grad_norm_(p, 100))}. */
    @ParameterizedTest
    @EnumSource
    void shortGradientsStayAsTheyAre(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                clipped(new UpdateRule.GradientDescent(0, false), new GradientClipping.ByNorm(100)),
                0.2349543,
                -0.3122685,
                -0.4987634,
                -0.6894808,
                0.2062086,
                0.4672885,
                0.0092354,
                0.270608,
                0.4588371,
                0.44498,
                0.7895279,
                0.4188728,
                0.4344416,
                0.1033405,
                -0.1627821);
    }

    /** {@code run(lambda w, b: SGD([w, b], lr=0.5, momentum=0.9), lambda p: clip_grad_value_(p, 0.05))}. */
    @ParameterizedTest
    @EnumSource
    void gradientsAreClippedByValue(TestedKernels kernels) {
        assertSteps(
                kernels,
                0.5,
                clipped(MOMENTUM, new GradientClipping.ByValue(0.05)),
                0.14025,
                -0.34025,
                -0.54025,
                -0.74025,
                0.15975,
                0.34025,
                -0.04025,
                0.14025,
                0.45975,
                0.45975,
                0.74025,
                0.45975,
                0.3871592,
                -0.10975,
                -0.01525);
    }

    /** Sixty thousand parameters in padded layouts, of which some layers are frozen: the norm is that of the others, padding or not. */
    @ParameterizedTest
    @EnumSource
    void theNormIsThatOfAllThatLearn(TestedKernels kernels) {
        UpdatePlan plan = new UpdatePlan(
                MOMENTUM,
                0.01,
                DecayedParameters.WEIGHTS,
                new GradientClipping.ByNorm(0.05),
                new FrozenLayers(Set.of("c1", "f6")));
        try (ParameterMemory expected = afterTwoSteps(new ReferenceKernelSet(), plan);
                ParameterMemory actual = afterTwoSteps(kernels.create(), plan);
                ParameterMemory start = initialized(new ReferenceKernelSet())) {
            for (Parameter parameter : expected.table().parameters()) {
                double[] way = way(actual, start, parameter);
                if (plan.frozen().has(parameter.layer())) {
                    assertThat(way).as(parameter.name()).containsOnly(0);
                } else {
                    assertThat(RelativeError.between(way, way(expected, start, parameter)))
                            .as(parameter.name())
                            .isLessThan(1e-3);
                }
            }
        }
    }

    /**
     * {@code run(lambda w, b: SGD([{"params": [w], "lr": 0.25}, {"params": [b], "lr": 0.1}], lr=1, momentum=0.9, weight_decay=0.1))}.
     */
    @ParameterizedTest
    @EnumSource
    void aLayersRateIsAGroupsRate(TestedKernels kernels) {
        UpdatePlan whole = decaying(MOMENTUM, 0.1, DecayedParameters.ALL);
        UpdatePlan plan = new UpdatePlan(
                whole.rule(),
                whole.l2(),
                whole.decayed(),
                whole.clipping(),
                whole.frozen(),
                LayerRates.NONE.with("logits", 0.5).with("logits.bias", 0.2));
        assertSteps(
                kernels,
                0.5,
                plan,
                0.2195453,
                -0.2783605,
                -0.4383554,
                -0.60142,
                0.1815343,
                0.434138,
                0.0116281,
                0.2648008,
                0.3753814,
                0.3618631,
                0.6855476,
                0.3366192,
                0.4465541,
                -0.084294,
                -0.0081179);
    }

    /** What is no number stays none: a run that has failed isn't to look sound. */
    @ParameterizedTest
    @EnumSource
    void clippingHidesNoNaN(TestedKernels kernels) {
        for (GradientClipping clipping :
                new GradientClipping[] {new GradientClipping.ByNorm(1), new GradientClipping.ByValue(1)}) {
            float[] values = afterThreeSteps(kernels.create(), 0.5, clipped(MOMENTUM, clipping), Float.NaN);
            assertThat(values[4]).as("%s on %s", clipping, kernels).isNaN();
        }
    }

    private static UpdatePlan decaying(UpdateRule rule, double l2, DecayedParameters decayed) {
        return new UpdatePlan(rule, l2, decayed, GradientClipping.NONE, FrozenLayers.NONE);
    }

    private static UpdatePlan clipped(UpdateRule rule, GradientClipping clipping) {
        return new UpdatePlan(rule, 0, DecayedParameters.ALL, clipping, FrozenLayers.NONE);
    }

    private static void assertSteps(TestedKernels kernels, double learningRate, UpdatePlan plan, double... expected) {
        float[] actual = afterThreeSteps(kernels.create(), learningRate, plan, 0.5f);
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %d", i).isCloseTo(expected[i], within(2e-6));
        }
    }

    /** Weight and bias of four images' logits, of which the first bias is given. */
    static float[] afterThreeSteps(KernelSet set, double learningRate, UpdatePlan plan, float firstBias) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        float[] weight = new float[12];
        for (int i = 0; i < weight.length; i++) {
            int k = i / 4;
            int n = i % 4;
            weight[i] = 0.3f * k - 0.2f * n + 0.1f * k * n;
        }
        Parameter weights = network.parameters().weight("logits");
        Parameter biases = network.parameters().tensor("logits.bias");
        try (ParameterMemory memory = set.allocate(network.parameters());
                Workspace workspace = set.workspace(memory, network.programs(), 0);
                ParameterUpdate update = memory.update(plan)) {
            memory.write(weights, weight);
            memory.write(biases, new float[] {firstBias, -0.25f, 0.125f});
            workspace.reserve(Mode.TRAINING, 4);
            for (int step = 0; step < 3; step++) {
                Observation.ofStep(workspace.training(4), memory, network.batch(0, 1, 2, 1), step);
                update.step(learningRate, step, 0);
            }
            float[] bias = new float[3];
            memory.read(weights, weight);
            memory.read(biases, bias);
            float[] all = Arrays.copyOf(weight, 15);
            System.arraycopy(bias, 0, all, 12, 3);
            return all;
        }
    }

    private static ParameterMemory initialized(KernelSet set) {
        ParameterMemory memory = set.allocate(LeNet28.TYPE.parameters());
        CounterRandom random = CounterRandom.seeded(5);
        memory.table().tensors().forEach(tensor -> memory.write(tensor, Initializer.PYTORCH.values(tensor, random)));
        return memory;
    }

    private static ParameterMemory afterTwoSteps(KernelSet set, UpdatePlan plan) {
        ParameterMemory memory = initialized(set);
        TestBatch batch = TestBatch.gaussian(LeNet28.TYPE.images(), 8);
        try (Workspace workspace = set.workspace(memory, LeNet28.TYPE.programs(), 0);
                ParameterUpdate update = memory.update(plan)) {
            workspace.reserve(Mode.TRAINING, 8);
            TrainingSession session = workspace.training(8);
            for (int step = 0; step < 2; step++) {
                session.load(batch.images(), new int[] {3, 1, 4, 1, 5, 9, 2, 6}, step);
                session.program().forward();
                session.program().backward();
                update.step(0.5, step, 0);
            }
        }
        return memory;
    }

    private static double[] way(ParameterMemory memory, ParameterMemory start, Parameter parameter) {
        float[] values = new float[parameter.size()];
        float[] first = new float[parameter.size()];
        memory.read(parameter, values);
        start.read(parameter, first);
        double[] way = new double[values.length];
        for (int i = 0; i < way.length; i++) {
            way[i] = (double) values[i] - first[i];
        }
        return way;
    }
}
