package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ActivationKind;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plans that a reader can follow: when values and gradients are needed, and which are computed in place. A function that another kernel
 * isn't to take in has a block of its own.
 */
final class PlannedByHandTest {
    private static final Shape IMAGES = Shape.image(2, 4, 4);
    private static final Window SAME = Window.square(3, 1, 1);

    private final NetworkLayersBuilder network = NetworkLayers.of(IMAGES).block("first");

    /** Of n operations, operation i runs at moment i, and backward at 2n + 1 - i. */
    @Test
    void aValueLivesFromItsOperationToTheBackwardThatReadsItLast() {
        network.convolution("c0", 2, SAME)
                .convolution("c1", 2, SAME)
                .batchNorm("bn2", 1e-5, 0.1, RunningVariance.BIASED);
        Planned plan = plan(network.linear("fc3", 3).crossEntropy(), Mode.TRAINING);

        plan.assertLife("c0", 0, 8);
        plan.assertLife("c1", 1, 7);
        plan.assertLife("bn2", 2, 6);
        // The loss reads the logits at 4 and keeps what its backward needs.
        plan.assertLife("fc3", 3, 4);
    }

    @Test
    void aValueThatNoBackwardReadsDiesWithItsLastReader() {
        network.convolution("c0", 2, SAME)
                .convolution("c1", 2, SAME)
                .from("c0")
                .convolution("c2", 2, SAME)
                .concat("all3", "c1", "c2")
                .add("sum4", "all3", "all3");
        Planned plan =
                plan(network.linear("fc5", 3).crossEntropy(), new TestNeeds(Mode.TRAINING, false), Mode.TRAINING);

        plan.assertLife("c1", 1, 3);
        plan.assertLife("c2", 2, 3);
        plan.assertLife("all3", 3, 4);
    }

    @Test
    void aValueWhoseFunctionIsDifferentiatedLivesToItsOwnBackward() {
        network.convolution("c0", 2, SAME)
                .activation("relu", ActivationFunction.RELU)
                .globalAveragePool("mean1");
        Planned plan = plan(network.linear("fc2", 3).crossEntropy(), Mode.TRAINING);

        plan.assertLife("c0", 0, 7);
    }

    @Test
    void aGradientLivesFromTheBackwardOfTheLastReaderToThatOfItsOperation() {
        network.convolution("c0", 2, SAME)
                .convolution("c1", 2, SAME)
                .convolution("c2", 2, SAME)
                .add("sum3", "c0", "c2");
        Planned plan = plan(network.linear("fc4", 3).crossEntropy(), Mode.TRAINING);

        plan.assertGradientLife("c0", 8, 11);
        plan.assertGradientLife("c1", 9, 10);
        plan.assertGradientLife("c2", 8, 9);
        // The losses' backward writes those of outputs.
        plan.assertGradientLife("fc4", 6, 7);
    }

    @Test
    void anAuxiliaryHeadWritesItsGradientWithTheOtherLosses() {
        network.convolution("c0", 2, SAME)
                .linear("head1", 3)
                .auxiliaryHead("head1", 0.3)
                .from("c0")
                .convolution("c2", 2, SAME);
        Planned plan = plan(network.linear("fc3", 3).crossEntropy(), Mode.TRAINING);

        plan.assertLife("head1", 1, 4);
        plan.assertGradientLife("head1", 5, 8);
        plan.assertGradientLife("c0", 7, 9);
    }

    @Test
    void ofAnInferenceProgramTheHostReadsTheOutputInMemoryOfItsOwn() {
        network.convolution("c0", 2, SAME).convolution("c1", 2, SAME).convolution("c2", 2, SAME);
        Planned plan = plan(network.linear("fc3", 3).crossEntropy(), Mode.INFERENCE);

        plan.assertLife("c0", 0, 1);
        plan.assertLife("c1", 1, 2);
        assertThatThrownBy(() -> plan.plan().value(plan.value("fc3")))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("fc3 has no memory in the plan");
        // Of three maps of 128 bytes two live at a time.
        assertThat(plan.plan().arenaBytes()).isEqualTo(2 * 128);
        assertThat(plan.plan().largestLiveBytes()).isEqualTo(2 * 128);
    }

    @Test
    void whatAForwardSavesLivesToItsBackward() {
        network.convolution("c0", 2, SAME).localResponseNorm("lrn1", 3, 1e-4, 0.75, 2);
        NetworkLayers layers = network.linear("fc2", 3).crossEntropy();
        Planned plan = plan(layers, Mode.TRAINING);

        assertLife(plan.plan().saved(plan.operation("lrn1")), 1, 6);
        plan.assertSavesNothing("c0");
        plan(layers, Mode.INFERENCE).assertSavesNothing("lrn1");
    }

    /** A run that freezes layers says so by its needs. */
    @Test
    void valuesThatOnlyFrozenLayersReadDieBeforeBackward() {
        network.convolution("c0", 2, SAME)
                .localResponseNorm("lrn1", 3, 1e-4, 0.75, 2)
                .activation("relu", ActivationFunction.RELU)
                .convolution("c3", 2, SAME);
        NetworkLayers layers = network.linear("fc4", 3).crossEntropy();
        KernelNeeds learning = new TestNeeds(Mode.TRAINING, true);
        Planned plan = plan(layers, new FrozenNeeds(learning, Set.of("c0", "lrn1")), Mode.TRAINING);

        plan.assertLife("c0", 0, 1);
        plan.assertSavesNothing("lrn1");
        // The function may overwrite the norm's output, which no backward asks for; its own and the next layer's ask
        // for the result.
        plan.assertInPlace("relu", "lrn1");
        plan.assertLife("relu", 1, 9);
        Planned learns = plan(layers, Mode.TRAINING);
        learns.assertApart("relu", "lrn1");
        learns.assertLife("c0", 0, 10);
        assertThat(plan.plan().arenaBytes()).isLessThan(learns.plan().arenaBytes());
    }

    @Test
    void anActivationOverwritesAnInputThatNobodyElseReads() {
        network.convolution("c0", 2, SAME).block("second").activation("tanh1", ActivationFunction.TANH);
        Planned plan = plan(network.linear("fc2", 3).crossEntropy(), Mode.TRAINING);

        plan.assertInPlace("tanh1", "c0");
        plan.assertGradientInPlace("tanh1", "c0");
        plan.assertLife("tanh1", 0, 6);
    }

    @Test
    void nothingOverwritesWhatAnotherLayerReads() {
        network.convolution("c0", 2, SAME)
                .block("second")
                .activation("tanh1", ActivationFunction.TANH)
                .add("sum2", "c0", "tanh1");
        Planned plan = plan(network.linear("fc3", 3).crossEntropy(), Mode.TRAINING);

        plan.assertApart("tanh1", "c0");
        plan.assertGradientApart("tanh1", "c0");
        // Neither does the sum: its left term was read before.
        plan.assertApart("sum2", "c0");
    }

    /** Its gradient shares memory: that is what the function's derivative was multiplied into. */
    @ParameterizedTest
    @EnumSource(
            value = ActivationKind.class,
            names = {"SIGMOID", "RELU", "TANH", "RELU6", "HARD_SIGMOID"})
    void whatAFunctionsBackwardReadsIsOverwrittenByNoActivation(ActivationKind kind) {
        network.convolution("c0", 2, SAME)
                .activation("function0", ActivationFunction.of(kind))
                .block("second")
                .activation("tanh1", ActivationFunction.TANH);
        NetworkLayers layers = network.linear("fc2", 3).crossEntropy();

        Planned training = plan(layers, Mode.TRAINING);
        training.assertApart("tanh1", "c0");
        training.assertGradientInPlace("tanh1", "c0");
        plan(layers, Mode.INFERENCE).assertInPlace("tanh1", "c0");
    }

    /** Where the mask makes an output 0, its gradient is 0 as well; of other functions the derivative would be wrong. */
    @Test
    void aDropoutOverwritesWhatARectifiersBackwardReadsAndNoOther() {
        dropoutBehind(ActivationFunction.RELU).assertInPlace("dropout1", "c0");
        dropoutBehind(ActivationFunction.leakyRelu(0.1)).assertInPlace("dropout1", "c0");
        dropoutBehind(ActivationFunction.RELU6).assertApart("dropout1", "c0");
        dropoutBehind(ActivationFunction.elu(1)).assertApart("dropout1", "c0");
        dropoutBehind(ActivationFunction.SIGMOID).assertApart("dropout1", "c0");
        dropoutBehind(ActivationFunction.TANH).assertApart("dropout1", "c0");
        dropoutBehind(ActivationFunction.IDENTITY).assertInPlace("dropout1", "c0");
        dropoutBehind(ActivationFunction.SIGMOID).assertGradientInPlace("dropout1", "c0");
    }

    private static Planned dropoutBehind(ActivationFunction function) {
        return plan(
                NetworkLayers.of(IMAGES)
                        .block("first")
                        .convolution("c0", 2, SAME)
                        .activation("function0", function)
                        .dropout("dropout1", 0.5)
                        .linear("fc2", 3)
                        .crossEntropy(),
                Mode.TRAINING);
    }

    @Test
    void behindADropoutThatOverwroteARectifierNoActivationOverwritesAgain() {
        network.convolution("c0", 2, SAME)
                .activation("relu0", ActivationFunction.RELU)
                .dropout("dropout1", 0.5)
                .dropout("dropout2", 0.5)
                .activation("tanh3", ActivationFunction.TANH);
        Planned plan = plan(network.linear("fc4", 3).crossEntropy(), Mode.TRAINING);

        plan.assertInPlace("dropout2", "c0");
        plan.assertApart("tanh3", "c0");
        plan.assertGradientInPlace("tanh3", "c0");
    }

    @Test
    void theImagesTheOutputAndWhatALossReadsAreOverwrittenByNothing() {
        network.dropout("dropout0", 0.5)
                .convolution("c1", 2, SAME)
                .linear("head2", 3)
                .auxiliaryHead("head2", 0.3)
                .block("second")
                .activation("tanh3", ActivationFunction.TANH)
                .linear("fc4", 3)
                .block("third")
                .activation("tanh5", ActivationFunction.TANH);
        NetworkLayers layers = network.crossEntropy();

        Planned plan = plan(layers, Mode.TRAINING);
        assertThat(plan.plan().value(plan.value("dropout0")).bytes()).isEqualTo(128);
        plan.assertApart("tanh3", "head2");
        plan.assertGradientApart("tanh3", "head2");
        plan.assertApart("tanh5", "fc4");
        plan.assertGradientApart("tanh5", "fc4");
        // The host reads the output of an inference program; that of the head is a value like any other then.
        Planned inference = plan(layers, Mode.INFERENCE);
        inference.assertInPlace("tanh3", "head2");
        assertThatThrownBy(() -> inference.plan().value(inference.value("tanh5")))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void onlyADropoutIsComputedInPlaceWhereAnImageBecomesAVector() {
        network.convolution("c0", 2, SAME).flatten("flattened").dropout("dropout1", 0.5);
        Planned dropout = plan(network.linear("fc2", 3).crossEntropy(), Mode.TRAINING);
        dropout.assertInPlace("dropout1", "c0");
        dropout.assertGradientInPlace("dropout1", "c0");

        Planned activation = plan(
                NetworkLayers.of(IMAGES)
                        .block("first")
                        .convolution("c0", 2, SAME)
                        .flatten("flattened")
                        .block("second")
                        .activation("tanh1", ActivationFunction.TANH)
                        .linear("fc2", 3)
                        .crossEntropy(),
                Mode.TRAINING);
        activation.assertApart("tanh1", "c0");
        activation.assertGradientApart("tanh1", "c0");
    }

    @Test
    void valuesOfAJoinAreOverwrittenByNothing() {
        network.convolution("c0", 2, SAME)
                .from("c0")
                .convolution("c1", 2, SAME)
                .concat("all2", "c0", "c1")
                .block("second")
                .activation("tanh3", ActivationFunction.TANH);
        Planned whole = plan(network.linear("fc4", 3).crossEntropy(), Mode.TRAINING);
        whole.assertApart("tanh3", "all2");
        whole.assertGradientApart("tanh3", "all2");

        Planned branch = plan(
                NetworkLayers.of(IMAGES)
                        .block("first")
                        .convolution("c0", 2, SAME)
                        .convolution("c1", 2, SAME)
                        .block("second")
                        .activation("tanh2", ActivationFunction.TANH)
                        .concat("all3", "c0", "tanh2")
                        .linear("fc4", 3)
                        .crossEntropy(),
                Mode.TRAINING);
        branch.assertApart("tanh2", "c1");
        branch.assertGradientApart("tanh2", "c1");
    }

    @Test
    void branchesLiveAsLongAsTheJoinInWhichTheyLie() {
        network.convolution("c0", 2, SAME)
                .convolution("c1", 3, SAME)
                .from("c0")
                .convolution("c2", 5, SAME)
                .concat("all3", "c1", "c2");
        Planned plan = plan(network.linear("fc4", 3).crossEntropy(), Mode.TRAINING);

        assertThat(plan.plan().value(plan.value("c1"))).isSameAs(plan.plan().value(plan.value("all3")));
        assertThat(plan.plan().value(plan.value("all3")).bytes()).isEqualTo(4 * 8 * 16);
        plan.assertLife("all3", 1, 7);
        plan.assertGradientLife("all3", 7, 10);
    }

    private static Planned plan(NetworkLayers layers, Mode mode) {
        return plan(layers, new TestNeeds(mode, true), mode);
    }

    private static Planned plan(NetworkLayers layers, KernelNeeds needs, Mode mode) {
        Program program = layers.program(mode);
        return new Planned(program, MemoryPlan.of(program, needs, new Arena(1)));
    }

    private static void assertLife(Region region, int from, int to) {
        assertThat(region.firstUse()).as("first use").isEqualTo(from);
        assertThat(region.lastUse()).as("last use").isEqualTo(to);
    }

    private record Planned(Program program, MemoryPlan plan) {
        Operation operation(String name) {
            return program.operations().stream()
                    .filter(operation -> operation.name().equals(name))
                    .findAny()
                    .orElseThrow();
        }

        Value value(String name) {
            return operation(name).output();
        }

        void assertLife(String name, int from, int to) {
            PlannedByHandTest.assertLife(plan.value(value(name)), from, to);
        }

        void assertGradientLife(String name, int from, int to) {
            PlannedByHandTest.assertLife(plan.gradient(value(name)), from, to);
        }

        void assertSavesNothing(String name) {
            assertThatThrownBy(() -> plan.saved(operation(name)))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("what " + name + " saves has no memory in the plan");
        }

        void assertInPlace(String name, String input) {
            assertThat(plan.value(value(name))).as("memory of %s", name).isSameAs(plan.value(value(input)));
        }

        void assertApart(String name, String input) {
            assertThat(plan.value(value(name))).as("memory of %s", name).isNotSameAs(plan.value(value(input)));
        }

        void assertGradientInPlace(String name, String input) {
            assertThat(plan.gradient(value(name))).as("gradient of %s", name).isSameAs(plan.gradient(value(input)));
        }

        void assertGradientApart(String name, String input) {
            assertThat(plan.gradient(value(name))).as("gradient of %s", name).isNotSameAs(plan.gradient(value(input)));
        }
    }
}
