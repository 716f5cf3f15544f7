package dev.netwright.processor.plan;

import static dev.netwright.processor.network.BranchedNetworks.denseNet;
import static dev.netwright.processor.network.BranchedNetworks.normalizedGoogLeNet;
import static dev.netwright.processor.network.BranchedNetworks.resNet;
import static dev.netwright.processor.network.SampleNetworks.blocksOfVgg11;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.plan.PlannedRegion;
import dev.netwright.plan.Region;
import dev.netwright.plan.onednn.ReferenceMemory;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The memory constants of a class. */
final class ProgramMemoryTest {
    private static ProgramMemory memory(ShapedNetwork network, Mode mode) {
        return ProgramMemory.of(LayerListing.of(network.graph()), mode);
    }

    /**
     * LeNet-5 by hand, for 32 images: c1's six channels occupy a block of eight, and so do s2's; no other two values
     * that are live at the same time take more.
     */
    @Test
    void aPredictionsArenaHasTheSizeOfItsLiveMemory() {
        ProgramMemory memory = memory(shaped(leNet(28, 2, "AVERAGE", "SIGMOID")), Mode.INFERENCE);

        assertThat(memory.reference().moments()).isEqualTo(7);
        assertThat(memory.reference().arenaBytes()).isEqualTo(32 * Float.BYTES * 8 * (28 * 28 + 14 * 14));
        assertThat(memory.reference().ownBytes()).isGreaterThan(32 * Float.BYTES * (784 + 10));
        assertThat(memory.liveBytes()).isEqualTo(memory.bytes());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void valuesThatAreLiveAtTheSameTimeDoNotOverlap(Mode mode) {
        SampleNetworks.random(9).limit(100).forEach(network -> {
            ReferenceMemory memory = memory(network, mode).reference();
            List<Region> regions =
                    memory.regions().stream().map(PlannedRegion::region).toList();

            for (int i = 0; i < regions.size(); i++) {
                Region one = regions.get(i);
                assertThat(one.offset() + one.bytes()).isLessThanOrEqualTo(memory.arenaBytes());
                assertThat(one.lastUse()).isBetween(one.firstUse(), memory.moments() - 1);
                assertThat(regions.subList(0, i)).noneMatch(other -> meet(one, other));
            }
            assertThat(memory.largestLiveBytes()).isEqualTo(liveAtMost(memory.moments(), regions));
        });
    }

    private static boolean meet(Region one, Region other) {
        return one.firstUse() <= other.lastUse()
                && other.firstUse() <= one.lastUse()
                && one.offset() < other.offset() + other.bytes()
                && other.offset() < one.offset() + one.bytes();
    }

    private static long liveAtMost(int moments, List<Region> regions) {
        return IntStream.range(0, moments)
                .mapToLong(moment -> regions.stream()
                        .filter(region -> region.firstUse() <= moment && moment <= region.lastUse())
                        .mapToLong(Region::bytes)
                        .sum())
                .max()
                .orElse(0);
    }

    /** Regions can have any address, so little is lost between them: at most 10.3 %, in a prediction of a DenseNet. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void publishedNetworksTakeHardlyMoreThanTheirLiveMemory(Mode mode) {
        List<ShapedNetwork> networks = List.of(
                shaped(vgg(images(1, 224, 224), 10, 1, blocksOfVgg11(), hidden(0.5, 4096, 4096))),
                ShapeInference.infer(ResNetExpander.expand(resNet("BOTTLENECK", 3, 64, 4, 128, 23, 256, 3, 512))),
                ShapeInference.infer(InceptionExpander.expand(normalizedGoogLeNet(160))),
                ShapeInference.infer(DenseNetExpander.expand(denseNet(6, 12, 24, 16))));

        for (ShapedNetwork network : networks) {
            ProgramMemory memory = memory(network, mode);
            assertThat((double) memory.bytes() / memory.liveBytes())
                    .as(network.graph().paper())
                    .isBetween(1.0, 1.11);
        }
    }
}
