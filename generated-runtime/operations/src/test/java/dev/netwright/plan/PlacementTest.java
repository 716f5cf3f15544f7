package dev.netwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where branches lie in joins. Each layer here has as many channels as its name says. */
final class PlacementTest {
    /** {@code join6 at 2} for each value that lies in another. */
    private static Map<String, String> slices(UnaryOperator<NetworkLayersBuilder> layers) {
        NetworkLayers network = layers.apply(
                        NetworkLayers.of(Shape.image(3, 4, 4)).block("only"))
                .crossEntropy();
        Program program = network.program(Mode.TRAINING);
        Placement placement = Placement.of(program);
        Map<String, String> slices = new TreeMap<>();
        for (Operation operation : program.operations()) {
            placement
                    .slice(operation.output())
                    .ifPresent(slice ->
                            slices.put(operation.name(), slice.whole().name() + " at " + slice.firstChannel()));
        }
        return slices;
    }

    private static NetworkLayersBuilder convolution(NetworkLayersBuilder network, String name) {
        return network.convolution(name, Integer.parseInt(name.replaceAll("\\D", "")), Window.square(1, 1, 0));
    }

    private static NetworkLayersBuilder convolution(NetworkLayersBuilder network, String name, String input) {
        return convolution(network.from(input), name);
    }

    @Test
    void branchesLieInTheirChannelsOfTheJoin() {
        assertThat(slices(network -> {
                    convolution(network, "a2", Value.IMAGES);
                    convolution(network, "b3", Value.IMAGES);
                    convolution(network, "c1", Value.IMAGES);
                    return convolution(network.concat("join6", "a2", "b3", "c1"), "d5");
                }))
                .isEqualTo(Map.of("a2", "join6 at 0", "b3", "join6 at 2", "c1", "join6 at 5"));
    }

    @Test
    void aDenseBlockIsOneValue() {
        assertThat(slices(network -> {
                    convolution(convolution(network, "x4"), "a2").concat("join6", "x4", "a2");
                    convolution(network, "b3").concat("join9", "join6", "b3");
                    convolution(network, "c1").concat("join10", "join9", "c1");
                    return convolution(network, "d5");
                }))
                .isEqualTo(Map.of(
                        "x4", "join10 at 0",
                        "a2", "join10 at 4",
                        "join6", "join10 at 0",
                        "b3", "join10 at 6",
                        "join9", "join10 at 0",
                        "c1", "join10 at 9"));
    }

    @Test
    void aJoinBehindAnotherBranchLiesBehindItsChannels() {
        assertThat(slices(network -> {
                    convolution(network, "a2", Value.IMAGES);
                    convolution(network, "b3", Value.IMAGES).concat("join5", "a2", "b3");
                    convolution(network, "c1", Value.IMAGES).concat("join6", "c1", "join5");
                    return convolution(network, "d5");
                }))
                .containsEntry("join5", "join6 at 1")
                .containsEntry("a2", "join6 at 1")
                .containsEntry("b3", "join6 at 3");
    }

    @Test
    void aBranchThatIsReadLaterIsCopiedBecauseTheGradientOfTheJoinIsOver() {
        assertThat(slices(network -> {
                    convolution(network, "a2", Value.IMAGES);
                    convolution(network, "b3", Value.IMAGES).concat("join5", "a2", "b3");
                    convolution(network, "c5");
                    convolution(network, "d5", "a2");
                    return network.add("sum5", "c5", "d5");
                }))
                .isEqualTo(Map.of("b3", "join5 at 2"));
    }

    @Test
    void aBranchOfTwoJoinsLiesInTheLast() {
        assertThat(slices(network -> {
                    convolution(network, "a2", Value.IMAGES);
                    convolution(network, "b3", Value.IMAGES).concat("join5", "a2", "b3");
                    convolution(network, "c1").concat("join3", "a2", "c1");
                    return convolution(network, "d5");
                }))
                .isEqualTo(Map.of("a2", "join3 at 0", "c1", "join3 at 2", "b3", "join5 at 2"));
    }

    @Test
    void aBranchThatIsJoinedTwiceLiesInItsFirstChannels() {
        assertThat(slices(network -> convolution(convolution(network, "a2").concat("join4", "a2", "a2"), "d5")))
                .isEqualTo(Map.of("a2", "join4 at 0"));
    }

    @Test
    void imagesAndWhatALossReadsAreCopied() {
        assertThat(slices(network -> convolution(
                        convolution(network, "a2").auxiliaryHead("a2", 0.3).concat("join5", Value.IMAGES, "a2"), "d5")))
                .isEmpty();
    }
}
