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
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.plan.ProgramMemory.Span;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a class states of its memory. */
final class ProgramMemoryTest {
    private static ProgramMemory memory(ShapedNetwork network, Mode mode) {
        return ProgramMemory.of(LayerListing.of(network.graph()).program(mode));
    }

    /**
     * LeNet-5 by hand, in values of an image: 784 images; c1 4,704 and s2 1,176 in turn with c3 1,600 and the rest, of which no three live
     * at one moment; 10 values of output that the host reads.
     */
    @Test
    void aPredictionsMemoryIsWhatIsLiveAndWhatTheHostTouches() {
        ProgramMemory memory = memory(shaped(leNet(28, 2, "AVERAGE", "SIGMOID")), Mode.INFERENCE);

        assertThat(memory.moments()).isEqualTo(7);
        assertThat(memory.bytes()).isEqualTo(Float.BYTES * (4704 + 1176 + 784 + 10));
        assertThat(memory.liveBytes()).isEqualTo(memory.bytes());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatIsNeededAtOneMomentLiesApart(Mode mode) {
        SampleNetworks.random(9).limit(200).forEach(network -> {
            ProgramMemory memory = memory(network, mode);
            List<Span> spans = memory.spans();

            for (int i = 0; i < spans.size(); i++) {
                Span one = spans.get(i);
                assertThat(one.offset() + one.bytes()).isLessThanOrEqualTo(memory.bytes());
                assertThat(one.last()).isBetween(one.first(), memory.moments() - 1);
                assertThat(spans.subList(0, i)).noneMatch(other -> meet(one, other));
            }
            assertThat(memory.liveBytes()).isEqualTo(liveAtMost(memory));
        });
    }

    private static boolean meet(Span one, Span other) {
        return one.first() <= other.last()
                && other.first() <= one.last()
                && one.offset() < other.offset() + other.bytes()
                && other.offset() < one.offset() + one.bytes();
    }

    private static long liveAtMost(ProgramMemory memory) {
        long most = 0;
        for (int moment = 0; moment < memory.moments(); moment++) {
            int now = moment;
            most = Math.max(
                    most,
                    memory.spans().stream()
                            .filter(span -> span.first() <= now && now <= span.last())
                            .mapToLong(Span::bytes)
                            .sum());
        }
        return most;
    }

    /** Regions have any address, so that little is lost between them. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void publishedNetworksTakeHardlyMoreThanIsLive(Mode mode) {
        List<ShapedNetwork> networks = List.of(
                shaped(vgg(images(1, 224, 224), 10, 1, blocksOfVgg11(), hidden(0.5, 4096, 4096))),
                ShapeInference.infer(ResNetExpander.expand(resNet("BOTTLENECK", 3, 64, 4, 128, 23, 256, 3, 512))),
                ShapeInference.infer(InceptionExpander.expand(normalizedGoogLeNet(160))),
                ShapeInference.infer(DenseNetExpander.expand(denseNet(6, 12, 24, 16))));

        for (ShapedNetwork network : networks) {
            ProgramMemory memory = memory(network, mode);
            assertThat((double) memory.bytes() / memory.liveBytes())
                    .as(network.graph().paper())
                    .isBetween(1.0, 1.05);
        }
    }
}
