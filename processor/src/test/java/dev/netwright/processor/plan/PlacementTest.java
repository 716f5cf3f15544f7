package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Window;
import dev.netwright.processor.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each value here has as many channels as its name says. */
final class PlacementTest {
    private static Map<String, Slice> slices(Set<String> judged, Kernel... kernels) {
        return Placement.of(List.of(kernels), judged, PlacementTest::shape).slices();
    }

    private static Map<String, Slice> slices(Kernel... kernels) {
        return slices(Set.of(), kernels);
    }

    private static Shape shape(String value) {
        return Shape.image(Integer.parseInt(value.replaceAll("\\D", "")), 4, 4);
    }

    private static Kernel convolution(String name, String input) {
        return new Kernel.ConvBiasActivation(name, input, Window.square(1, 1, 0), ActivationFunction.RELU);
    }

    private static Kernel join(String name, String... branches) {
        return new Kernel.Concat(name, List.of(branches));
    }

    @Test
    void branchesLieInTheirChannelsOfTheJoin() {
        assertThat(slices(
                        convolution("a2", "images3"),
                        convolution("b3", "images3"),
                        convolution("c1", "images3"),
                        join("join6", "a2", "b3", "c1"),
                        convolution("d5", "join6")))
                .isEqualTo(Map.of(
                        "a2", new Slice("join6", 0),
                        "b3", new Slice("join6", 2),
                        "c1", new Slice("join6", 5)));
    }

    @Test
    void aDenseBlockIsOneBuffer() {
        assertThat(slices(
                        convolution("x4", "images3"),
                        convolution("a2", "x4"),
                        join("join6", "x4", "a2"),
                        convolution("b3", "join6"),
                        join("join9", "join6", "b3"),
                        convolution("c1", "join9"),
                        join("join10", "join9", "c1"),
                        convolution("d5", "join10")))
                .isEqualTo(Map.of(
                        "x4", new Slice("join10", 0),
                        "a2", new Slice("join10", 4),
                        "join6", new Slice("join10", 0),
                        "b3", new Slice("join10", 6),
                        "join9", new Slice("join10", 0),
                        "c1", new Slice("join10", 9)));
    }

    @Test
    void aJoinBehindAnotherBranchLiesBehindItsChannels() {
        assertThat(slices(
                        convolution("a2", "images3"),
                        convolution("b3", "images3"),
                        join("join5", "a2", "b3"),
                        convolution("c1", "images3"),
                        join("join6", "c1", "join5"),
                        convolution("d5", "join6")))
                .containsEntry("join5", new Slice("join6", 1))
                .containsEntry("a2", new Slice("join6", 1))
                .containsEntry("b3", new Slice("join6", 3));
    }

    @Test
    void aBranchThatIsReadLaterIsCopiedBecauseTheGradientOfTheJoinIsOver() {
        assertThat(slices(
                        convolution("a2", "images3"),
                        convolution("b3", "images3"),
                        join("join5", "a2", "b3"),
                        convolution("c5", "join5"),
                        convolution("d5", "a2")))
                .isEqualTo(Map.of("b3", new Slice("join5", 2)));
    }

    @Test
    void aBranchOfTwoJoinsLiesInTheLast() {
        assertThat(slices(
                        convolution("a2", "images3"),
                        convolution("b3", "images3"),
                        join("join5", "a2", "b3"),
                        convolution("c1", "join5"),
                        join("join3", "a2", "c1"),
                        convolution("d5", "join3")))
                .isEqualTo(Map.of(
                        "a2", new Slice("join3", 0),
                        "c1", new Slice("join3", 2),
                        "b3", new Slice("join5", 2)));
    }

    @Test
    void aBranchThatIsJoinedTwiceLiesInItsFirstChannels() {
        assertThat(slices(convolution("a2", "images3"), join("join4", "a2", "a2"), convolution("d5", "join4")))
                .isEqualTo(Map.of("a2", new Slice("join4", 0)));
    }

    @Test
    void imagesAndWhatALossJudgesAreCopied() {
        assertThat(Placement.of(
                                List.of(convolution("a2", "images"), join("join5", "images", "a2")),
                                Set.of("a2"),
                                value -> value.equals("images") ? Shape.image(3, 4, 4) : shape(value))
                        .slices())
                .isEmpty();
    }
}
