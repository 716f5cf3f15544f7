package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Program;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which convolution of a prediction can compute which sum, and where. */
final class ResidualSumTest {
    private static final Window SAME = Window.square(3, 1, 1);
    private static final Window POINT = Window.square(1, 1, 0);

    @Test
    void theLastConvolutionOfABranchAddsToTheShortcut() {
        NetworkLayersBuilder network = branch().add("sum", "conv2", "stem");

        assertThat(sums(network)).isEqualTo(Map.of("conv2", "stem"));
    }

    @Test
    void theOrderOfTheTermsDoesNotMatter() {
        NetworkLayersBuilder network = branch().add("sum", "stem", "conv2");

        assertThat(sums(network)).isEqualTo(Map.of("conv2", "stem"));
    }

    @Test
    void aConvolutionTakesItsNormWithIt() {
        NetworkLayersBuilder network = branch().batchNorm("norm", 1e-5, 0.1, RunningVariance.UNBIASED)
                .add("sum", "norm", "stem")
                .activation("relu", ActivationFunction.RELU);

        assertThat(sums(network)).isEqualTo(Map.of("conv2", "stem"));
    }

    @Test
    void ofTwoConvolutionsTheLaterOneAdds() {
        NetworkLayersBuilder network = stem().convolution("conv1", 4, SAME)
                .from("stem")
                .convolution("shortcut", 4, POINT)
                .add("sum", "conv1", "shortcut");

        assertThat(sums(network)).isEqualTo(Map.of("shortcut", "conv1"));
    }

    @Test
    void ofThreeTermsEachSumIsAddedByTheConvolutionThatComesLast() {
        NetworkLayersBuilder network = stem().convolution("conv1", 4, SAME)
                .from("stem")
                .convolution("conv2", 4, POINT)
                .from("stem")
                .convolution("conv3", 4, POINT)
                .add("two", "conv1", "conv2")
                .add("three", "two", "conv3");

        assertThat(sums(network)).isEqualTo(Map.of("conv2", "conv1"));
    }

    @Test
    void aTermThatIsReadAgainStaysAsItIs() {
        NetworkLayersBuilder network = branch().add("sum", "conv2", "stem").concat("joined", "sum", "stem");

        assertThat(sums(network)).isEmpty();
    }

    @Test
    void aTermThatTheConvolutionItselfReadsStaysAsItIs() {
        assertThat(sums(stem().convolution("conv", 4, SAME).add("sum", "conv", "stem")))
                .isEmpty();
    }

    @Test
    void imagesStayAsTheyAre() {
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(1, 8, 8))
                .block("all")
                .convolution("conv1", 1, SAME)
                .convolution("conv2", 1, SAME)
                .add("sum", "conv2", Value.IMAGES);

        assertThat(sums(network)).isEmpty();
    }

    @Test
    void aConvolutionThatIsReadTwiceIsComputedByItself() {
        NetworkLayersBuilder network = branch().add("sum", "conv2", "stem").concat("joined", "sum", "conv2");

        assertThat(sums(network)).isEmpty();
    }

    @Test
    void aConvolutionThatIsAddedToItselfIsComputedByItself() {
        assertThat(sums(stem().convolution("conv", 4, SAME).add("sum", "conv", "conv")))
                .isEmpty();
    }

    @Test
    void aConvolutionWithAnActivationIsComputedByItself() {
        NetworkLayersBuilder network =
                branch().activation("relu", ActivationFunction.RELU).add("sum", "relu", "stem");

        assertThat(sums(network)).isEmpty();
    }

    @Test
    void aSumThatTheHostReadsHasAKernel() {
        NetworkLayers network = whole(branch().add("sum", "conv2", "stem"));
        NetworkLayers features = network.through(network.layers()
                .filter(layer -> layer.name().equals("sum"))
                .findFirst()
                .orElseThrow()
                .output());

        assertThat(sums(features.program(Mode.INFERENCE))).isEmpty();
        assertThat(sums(network.program(Mode.INFERENCE))).isNotEmpty();
    }

    @Test
    void trainingKeepsEveryTerm() {
        NetworkLayers network = whole(branch().add("sum", "conv2", "stem"));

        assertThat(sums(network.program(Mode.TRAINING))).isEmpty();
    }

    private static NetworkLayersBuilder stem() {
        return NetworkLayers.of(Shape.image(1, 8, 8)).block("all").convolution("stem", 4, SAME);
    }

    /** A stem, and a branch of two convolutions from it. */
    private static NetworkLayersBuilder branch() {
        return stem().convolution("conv1", 4, SAME).convolution("conv2", 4, SAME);
    }

    private static NetworkLayers whole(NetworkLayersBuilder network) {
        return network.flatten("flat").linear("out", 3).crossEntropy();
    }

    private static Map<String, String> sums(NetworkLayersBuilder network) {
        return sums(whole(network).program(Mode.INFERENCE));
    }

    /** The other terms by the convolutions that add to them. */
    private static Map<String, String> sums(Program program) {
        return ResidualSum.of(program).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().name(),
                        entry -> entry.getValue().other().name()));
    }
}
