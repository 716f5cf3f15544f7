package dev.netwright.plan.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.Window;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.PlannedRegion.Kind;
import dev.netwright.plan.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lives when on the reference machine, of networks so small that each region is counted by hand. */
final class OneDnnReferenceTest {
    private static final int BATCH = 4;
    private static final Window WINDOW = Window.square(3, 1, 1);
    private static final Window HALVES = Window.square(2, 2, 0);

    /** Six channels lie in a block of eight: 4 images of 8x8x8 floats. */
    @Test
    void anImageOfSixChannelsTakesABlockOfEight() {
        ReferenceMemory memory =
                training(images().convolution("conv", 6, WINDOW).flatten("flat").linear("out", 3));

        assertThat(only(memory, "conv", Kind.VALUE).bytes()).isEqualTo(Float.BYTES * BATCH * 8 * 8 * 8);
    }

    /** Moments: conv 0, out 1, loss 2, its backward 3, out 4, conv 5. The fully connected layer has read a copy in rows. */
    @Test
    void aValueLivesUntilItsLastReaderAndItsGradientFromThereToItsOwnBackward() {
        ReferenceMemory memory =
                training(images().convolution("conv", 6, WINDOW).flatten("flat").linear("out", 3));

        assertThat(memory.moments()).isEqualTo(6);
        assertLives(only(memory, "conv", Kind.VALUE), 0, 1);
        assertLives(only(memory, "conv", Kind.GRADIENT), 4, 5);
        assertLives(only(memory, "out", Kind.COPY), 1, 4);
    }

    /** Moments: conv 0, mixed 1, out 2, loss 3, its backward 4, out 5, mixed 6, conv 7. Of a shuffle nothing is kept. */
    @Test
    void whatAShuffleReadsIsGoneBehindItAndWhatItWritesHasTheSameLayout() {
        ReferenceMemory memory = training(images().convolution("conv", 16, WINDOW)
                .layer("mixed", new ChannelShuffle.Form(4))
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "conv", Kind.VALUE), 0, 1);
        assertThat(only(memory, "mixed", Kind.VALUE).bytes()).isEqualTo(Float.BYTES * BATCH * 16 * 8 * 8);
        assertLives(only(memory, "mixed", Kind.GRADIENT), 5, 6);
    }

    /** Moments: conv 0, norm 1, deep 2, out 3, loss 4, its backward 5, out 6, deep 7, norm 8, conv 9. */
    @Test
    void aLayerNormsBackwardReadsItsInputAndAStochasticDepthsReadsNothing() {
        ReferenceMemory memory = training(images().convolution("conv", 16, WINDOW)
                .layer("norm", new LayerNorm.Form(1e-6))
                .layer("deep", new StochasticDepth.Form(0.2))
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "conv", Kind.VALUE), 0, 8);
        assertLives(only(memory, "norm", Kind.VALUE), 1, 2);
        assertLives(only(memory, "norm", Kind.GRADIENT), 7, 8);
        assertThat(only(memory, "deep", Kind.VALUE).bytes()).isEqualTo(Float.BYTES * BATCH * 16 * 8 * 8);
    }

    /** Its backward needs the places that it keeps, and the rectifier's runs on the smaller map. */
    @Test
    void aRectifiedValueThatOneMaximumReadsIsGoneBehindIt() {
        ReferenceMemory memory = training(images().convolution("conv", 8, WINDOW)
                .activation("relu", ActivationFunction.RELU)
                .pool("pool", PoolKind.MAX, HALVES)
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "conv", Kind.VALUE), 0, 1);
        Region places = only(memory, "pool", Kind.SAVED);
        assertLives(places, 1, 6);
        assertThat(places.bytes()).as("a byte for each value").isEqualTo(BATCH * 8 * 4 * 4);
    }

    @Test
    void aRectifiedValueThatAMeanReadsIsKeptForTheRectifiersBackward() {
        ReferenceMemory memory = training(images().convolution("conv", 8, WINDOW)
                .activation("relu", ActivationFunction.RELU)
                .pool("pool", PoolKind.AVERAGE, HALVES)
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "conv", Kind.VALUE), 0, 7);
    }

    @Test
    void aDropoutsMaskLastsFromForwardToBackward() {
        ReferenceMemory memory = training(images().flatten("flat")
                .linear("hidden", 16)
                .dropout("dropout", 0.5)
                .linear("out", 3));

        Region mask = only(memory, "dropout", Kind.SAVED);
        assertLives(mask, 1, 6);
        assertThat(mask.bytes()).isEqualTo(Float.BYTES * BATCH * 16);
    }

    @Test
    void aNormsStatisticsLastFromForwardToBackwardWhereItsSumsAreShort() {
        ReferenceMemory memory = training(images().convolution("conv", 8, WINDOW, 1, Bias.NONE)
                .batchNorm("norm", 1e-5, 0.1, RunningVariance.UNBIASED)
                .flatten("flat")
                .linear("out", 3));

        assertThat(all(memory, "norm", Kind.SAVED)).hasSize(2).allSatisfy(region -> assertLives(region, 1, 6));
    }

    @Test
    void branchesOfAJoinAreCopiedAndGoneBehindIt() {
        ReferenceMemory memory = training(images().convolution("left", 8, WINDOW)
                .from("images")
                .convolution("right", 8, WINDOW)
                .concat("join", "left", "right")
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "left", Kind.VALUE), 0, 2);
        assertThat(only(memory, "join", Kind.VALUE).bytes()).isEqualTo(Float.BYTES * BATCH * 16 * 8 * 8);
    }

    /** Both terms get it; the one that is read later writes it, the other's is added. */
    @Test
    void theSumsGradientIsCopiedToEachTerm() {
        ReferenceMemory memory = training(images().convolution("first", 8, WINDOW)
                .convolution("second", 8, WINDOW)
                .add("sum", "first", "second")
                .flatten("flat")
                .linear("out", 3));

        assertLives(only(memory, "sum", Kind.GRADIENT), 6, 7);
        assertLives(only(memory, "first", Kind.GRADIENT), 7, 9);
        assertThat(all(memory, "second", Kind.SCRATCH))
                .as("the gradient that is to be added to the sum's")
                .anyMatch(region -> region.bytes() == Float.BYTES * BATCH * 8 * 8 * 8);
    }

    /** Images, logits, and nothing of the parameters: their layout is that of training. */
    @Test
    void aPredictionOwnsWhatTheHostReadsAndWrites() {
        NetworkLayers network = images().convolution("conv", 8, WINDOW)
                .pool("pool", PoolKind.MAX, Window.square(8, 8, 0))
                .flatten("flat")
                .linear("out", 3)
                .crossEntropy();

        ReferenceMemory memory = OneDnnReference.of(network, Mode.INFERENCE, BATCH);

        assertThat(memory.ownBytes())
                .isEqualTo(Ledger.aligned(Float.BYTES * BATCH * 64) + Ledger.aligned(Float.BYTES * BATCH * 3));
    }

    /** Moments of a prediction: stem 0, conv1 1, conv2 2, sum 3, flat and out 4. In training the sum has memory of its own. */
    @Test
    void aPredictionsSumLiesWhereItsShortcutLay() {
        NetworkLayers network = images().convolution("stem", 6, WINDOW)
                .convolution("conv1", 6, WINDOW)
                .convolution("conv2", 6, WINDOW)
                .add("sum", "conv2", "stem")
                .activation("relu", ActivationFunction.RELU)
                .flatten("flat")
                .linear("out", 3)
                .crossEntropy();

        ReferenceMemory prediction = OneDnnReference.of(network, Mode.INFERENCE, BATCH);

        assertLives(only(prediction, "stem", Kind.VALUE), 0, 4);
        assertThat(all(prediction, "conv2", Kind.VALUE)).isEmpty();
        assertThat(all(prediction, "sum", Kind.VALUE)).isEmpty();
        ReferenceMemory training = OneDnnReference.of(network, Mode.TRAINING, BATCH);
        assertThat(all(training, "conv2", Kind.VALUE)).hasSize(1);
        assertThat(all(training, "sum", Kind.VALUE)).hasSize(1);
    }

    /** One image is computed as a convolution of one pixel, whose weights lie in blocks: as many bytes, held once. */
    @Test
    void weightsInBlocksReplaceThoseOfTrainingInAPredictionOfOneImage() {
        NetworkLayers network =
                images().flatten("flat").linear("hidden", 16).linear("out", 3).crossEntropy();

        long one = OneDnnReference.of(network, Mode.INFERENCE, 1).ownBytes();
        long two = OneDnnReference.of(network, Mode.INFERENCE, 2).ownBytes();

        assertThat(one - two).isEqualTo(-Float.BYTES * 64);
    }

    @Test
    void parametersAreCountedInTheirLayouts() {
        NetworkLayers network = images().convolution("conv", 6, WINDOW)
                .batchNorm("norm", 1e-5, 0.1, RunningVariance.UNBIASED)
                .flatten("flat")
                .linear("out", 3)
                .crossEntropy();

        ReferenceMemory memory = OneDnnReference.of(network, Mode.TRAINING, BATCH);

        long convolution = Ledger.aligned(Float.BYTES * 8 * 9) + 64;
        long norm = 64 + 64;
        long linear = Float.BYTES * 3 * 6 * 64 + 64;
        assertThat(memory.weightBytes()).isEqualTo(convolution + norm + linear);
        assertThat(memory.statisticsBytes()).isEqualTo(64 + 64);
        assertThat(memory.trainingBytes(2) - memory.trainingBytes(0)).isEqualTo(2 * memory.weightBytes());
    }

    @Test
    void theArenaHoldsWhatLivesAtOneMoment() {
        ReferenceMemory memory =
                training(images().convolution("conv", 6, WINDOW).flatten("flat").linear("out", 3));

        assertThat(memory.arenaBytes()).isGreaterThanOrEqualTo(memory.largestLiveBytes());
        assertThat(memory.regions())
                .allSatisfy(named -> assertThat(
                                named.region().offset() + named.region().bytes())
                        .isLessThanOrEqualTo(memory.arenaBytes()));
    }

    @Test
    void aBatchWithoutImagesIsRefused() {
        NetworkLayers network = images().flatten("flat").linear("out", 3).crossEntropy();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneDnnReference.of(network, Mode.TRAINING, 0))
                .withMessage("a batch has at least 1 image, found 0");
    }

    private static NetworkLayersBuilder images() {
        return NetworkLayers.of(Shape.image(1, 8, 8)).block("all");
    }

    private static ReferenceMemory training(NetworkLayersBuilder network) {
        return OneDnnReference.of(network.crossEntropy(), Mode.TRAINING, BATCH);
    }

    private static List<Region> all(ReferenceMemory memory, String kernel, Kind kind) {
        return memory.regions().stream()
                .filter(named -> named.name().equals(kernel) && named.kind() == kind)
                .map(PlannedRegion::region)
                .toList();
    }

    private static Region only(ReferenceMemory memory, String kernel, Kind kind) {
        List<Region> regions = all(memory, kernel, kind);
        assertThat(regions).as("%s of %s", kind, kernel).hasSize(1);
        return regions.get(0);
    }

    private static void assertLives(Region region, int first, int last) {
        assertThat(List.of(region.firstUse(), region.lastUse())).isEqualTo(List.of(first, last));
    }
}
