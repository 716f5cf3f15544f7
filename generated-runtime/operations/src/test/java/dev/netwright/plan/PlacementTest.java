package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import org.junit.jupiter.api.Test;

/** Which branches are computed in the channels of their join. */
final class PlacementTest {
    private static final Window SAME = Window.square(3, 1, 1);

    private final NetworkLayersBuilder network =
            NetworkLayers.of(Shape.image(1, 4, 4)).block("all").convolution("stem", 2, SAME);

    @Test
    void branchesLieOneAfterTheOtherInTheirJoin() {
        network.convolution("a", 3, SAME)
                .from("stem")
                .convolution("b", 5, SAME)
                .from("stem")
                .convolution("c", 7, SAME)
                .concat("join", "b", "a", "c");
        Program program = program();

        assertSlice(program, "b", "join", 0);
        assertSlice(program, "a", "join", 5);
        assertSlice(program, "c", "join", 8);
        assertWhole(program, "join");
        assertWhole(program, "stem");
    }

    @Test
    void aBranchMayBeReadBeforeItsJoinButNotAfterIt() {
        network.convolution("a", 3, SAME)
                .convolution("b", 2, SAME)
                .concat("join", "a", "b")
                .convolution("c", 2, SAME)
                .add("sum", "b", "c");
        Program program = program();

        assertSlice(program, "a", "join", 0);
        assertWhole(program, "b");
    }

    @Test
    void joinsLieInTheJoinThatReadsThemLast() {
        network.convolution("a", 3, SAME)
                .concat("join1", "stem", "a")
                .convolution("b", 3, SAME)
                .concat("join2", "join1", "b")
                .convolution("c", 3, SAME)
                .concat("join3", "c", "join2");
        Program program = program();

        assertSlice(program, "join2", "join3", 3);
        assertSlice(program, "join1", "join3", 3);
        assertSlice(program, "stem", "join3", 3);
        assertSlice(program, "a", "join3", 5);
        assertSlice(program, "b", "join3", 8);
        assertSlice(program, "c", "join3", 0);
        assertWhole(program, "join3");
    }

    @Test
    void aBranchOfTwoJoinsLiesInTheLaterOne() {
        network.convolution("a", 3, SAME)
                .concat("join1", "a", "stem")
                .convolution("b", 3, SAME)
                .concat("join2", "b", "a");
        Program program = program();

        assertSlice(program, "a", "join2", 3);
        assertSlice(program, "stem", "join1", 3);
    }

    @Test
    void aBranchThatIsJoinedTwiceLiesInTheFirstPlace() {
        network.convolution("a", 3, SAME).concat("join", "a", "a");

        assertSlice(program(), "a", "join", 0);
    }

    @Test
    void theImagesAndWhatALossReadsHaveMemoryOfTheirOwn() {
        network.linear("head", 4)
                .auxiliaryHead("head", 0.3)
                .linear("fc", 4)
                .concat("join", "head", "fc")
                .linear("mixed", 16)
                .from(Value.IMAGES)
                .pool("pooled", PoolKind.MAX, Window.square(1, 1, 0))
                .concat("last", Value.IMAGES, "pooled");
        Program program = network.linear("classes", 4)
                .from("mixed")
                .linear("other", 4)
                .add("sum", "classes", "other")
                .crossEntropy()
                .program(Mode.TRAINING);

        assertWhole(program, "head");
        assertSlice(program, "fc", "join", 4);
        assertThat(Placement.of(program).slice(program.images())).isEmpty();
        assertSlice(program, "pooled", "last", 1);
    }

    @Test
    void aFunctionThatABranchTakesInLiesWithIt() {
        network.convolution("a", 3, SAME)
                .activation("relu", ActivationFunction.RELU)
                .from("stem")
                .dropout("dropped", 0.5)
                .concat("join", "dropped", "relu");
        NetworkLayers layers = network.linear("classes", 4).crossEntropy();

        assertSlice(layers.program(Mode.TRAINING), "a", "join", 2);
        assertSlice(layers.program(Mode.TRAINING), "dropped", "join", 0);
        // Inference knows no dropout: what it read is the branch.
        assertSlice(layers.program(Mode.INFERENCE), "stem", "join", 0);
    }

    @Test
    void whereJoinsCopyEveryValueHasMemoryOfItsOwn() {
        network.convolution("a", 3, SAME).concat("join", "stem", "a");
        Program program = program();

        assertThat(Placement.apart().slice(value(program, "a"))).isEmpty();
        assertThat(Placement.apart().isShared(value(program, "join"))).isFalse();
        assertThat(Placement.of(program).isShared(value(program, "join"))).isTrue();
        assertThat(Placement.of(program).isShared(value(program, "a"))).isTrue();
    }

    private Program program() {
        return network.linear("classes", 4).crossEntropy().program(Mode.TRAINING);
    }

    private static void assertSlice(Program program, String name, String whole, int firstChannel) {
        assertThat(Placement.of(program).slice(value(program, name)))
                .as(name)
                .contains(new Slice(value(program, whole), firstChannel));
    }

    private static void assertWhole(Program program, String name) {
        assertThat(Placement.of(program).slice(value(program, name))).as(name).isEmpty();
    }

    private static Value value(Program program, String name) {
        return program.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findAny()
                .orElseThrow()
                .output();
    }
}
