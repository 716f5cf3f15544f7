package dev.netwright.processor.plan;

import static dev.netwright.processor.network.BranchedNetworks.denseNet;
import static dev.netwright.processor.network.BranchedNetworks.normalizedGoogLeNet;
import static dev.netwright.processor.network.BranchedNetworks.resNet;
import static dev.netwright.processor.network.SampleNetworks.NOWHERE;
import static dev.netwright.processor.network.SampleNetworks.block;
import static dev.netwright.processor.network.SampleNetworks.blocksOfVgg11;
import static dev.netwright.processor.network.SampleNetworks.hidden;
import static dev.netwright.processor.network.SampleNetworks.images;
import static dev.netwright.processor.network.SampleNetworks.leNet;
import static dev.netwright.processor.network.SampleNetworks.shaped;
import static dev.netwright.processor.network.SampleNetworks.vgg;
import static dev.netwright.processor.network.SampleNetworks.withDropout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.network.ActivationFunction;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.DenseNetExpander;
import dev.netwright.processor.network.InceptionExpander;
import dev.netwright.processor.network.Layer;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import dev.netwright.processor.network.ResNetExpander;
import dev.netwright.processor.network.SampleNetworks;
import dev.netwright.processor.shape.ShapeInference;
import dev.netwright.processor.shape.ShapedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lifetimes and slots, against a run of the program with names in place of numbers. */
final class SlotsTest {
    private static final int NETWORKS = 1000;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyReadFindsWhatWasWritten(Mode mode) {
        SampleNetworks.random(1).limit(NETWORKS).forEach(network -> {
            Program program = Program.of(network, mode);
            SymbolicMemory run = SymbolicRun.of(program, network).memory();

            assertThat(program.floatsPerImage()).isEqualTo(run.slotSizes());
            assertThat(program.floatsPerImage()).isGreaterThanOrEqualTo(run.lowerBound());
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatTheHostTouchesHasItsOwnSlot(Mode mode) {
        SampleNetworks.random(2).limit(NETWORKS).forEach(network -> {
            Program program = Program.of(network, mode);
            SymbolicMemory run = SymbolicRun.of(program, network).memory();

            assertThat(run.sharersOf(program.valueSlot(NetworkGraph.IMAGES))).containsExactly("value images");
            if (mode == Mode.INFERENCE) {
                assertThat(run.sharersOf(program.valueSlot(program.output())))
                        .containsExactly("value " + program.output());
            }
            for (LossTerm loss : program.losses()) {
                assertThat(run.sharersOf(program.savedSlot(loss.name()))).containsExactly("saved by " + loss.name());
            }
        });
    }

    /** A slot can't be split, so what any assignment needs at the widest place isn't always reached. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void slotsStayNearTheLowerBound(Mode mode) {
        long floats = 0;
        long least = 0;
        long live = 0;
        for (ShapedNetwork network : SampleNetworks.random(3).limit(NETWORKS).toList()) {
            Program program = Program.of(network, mode);
            floats += program.floatsPerImage();
            least += program.memory().leastSlotFloats();
            live += SymbolicRun.of(program, network).memory().lowerBound();
        }
        assertThat((double) floats / least).isBetween(1.0, 1.001);
        assertThat((double) floats / live).isBetween(1.0, 1.15);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatIsLiveAtOneTimeIsWhatTheRunNeeds(Mode mode) {
        SampleNetworks.random(5).limit(NETWORKS).forEach(network -> {
            Program program = Program.of(network, mode);

            assertThat(program.memory().liveFloats())
                    .isEqualTo(SymbolicRun.of(program, network).memory().lowerBound());
        });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void publishedNetworksHaveTheLeastThatSlotsCanDoWith(Mode mode) {
        List<ShapedNetwork> networks = List.of(
                shaped(vgg(images(1, 224, 224), 10, 1, blocksOfVgg11(), hidden(0.5, 4096, 4096))),
                shaped(leNet(28, 2, "AVERAGE", "SIGMOID")),
                ShapeInference.infer(ResNetExpander.expand(resNet("BOTTLENECK", 3, 64, 4, 128, 23, 256, 3, 512))),
                ShapeInference.infer(InceptionExpander.expand(normalizedGoogLeNet(160))),
                ShapeInference.infer(DenseNetExpander.expand(denseNet(6, 12, 24, 16))));

        for (ShapedNetwork network : networks) {
            MemoryPlan memory = Program.of(network, mode).memory();
            assertThat(memory.floats()).isEqualTo(memory.leastSlotFloats());
        }
    }

    @Test
    void theGradientOfANormTurnsIntoThatOfItsInput() {
        ShapedNetwork network = ShapeInference.infer(ResNetExpander.expand(resNet("BASIC", 1, 64)));
        Program program = Program.of(network, Mode.TRAINING);

        assertThat(program.gradientSlot("layer1_1_conv2_norm")).isEqualTo(program.gradientSlot("layer1_1_conv2"));
        assertThat(program.valueSlot("layer1_1_conv2_norm")).isNotEqualTo(program.valueSlot("layer1_1_conv2"));
    }

    @Test
    void aSumAtInferenceOverwritesItsLeftTermButNotInTraining() {
        ShapedNetwork network = ShapeInference.infer(ResNetExpander.expand(resNet("BASIC", 1, 64)));
        Program inference = Program.of(network, Mode.INFERENCE);
        Program training = Program.of(network, Mode.TRAINING);

        assertThat(inference.valueSlot("layer1_1_sum")).isEqualTo(inference.valueSlot("layer1_1_conv2"));
        assertThat(training.valueSlot("layer1_1_sum")).isNotEqualTo(training.valueSlot("layer1_1_conv2_norm"));
    }

    @Test
    void dropoutBehindARectifierRunsInItsPlace() {
        ShapedNetwork network = shaped(vgg(images(1, 8, 8), 10, 1, List.of(block(1, 4, 3, 0)), hidden(0.5, 32)));
        Program program = Program.of(network, Mode.TRAINING);

        assertThat(program.valueSlot("drop2")).isEqualTo(program.valueSlot("fc2"));
        assertThat(program.gradientSlot("drop2")).isEqualTo(program.gradientSlot("fc2"));
        assertThat(program.savedSlot("drop2")).isNotEqualTo(program.valueSlot("drop2"));
    }

    @Test
    void dropoutBehindAPoolRunsInItsPlaceBecauseThePoolNeverReadsItsOutput() {
        ShapedNetwork network = shaped(
                withDropout(vgg(images(1, 8, 8), 10, 1, List.of(block(1, 4, 3, 0)), hidden(0.5, 32)), "BEFORE_LINEAR"));
        Program program = Program.of(network, Mode.TRAINING);

        assertThat(program.valueSlot("drop2")).isEqualTo(program.valueSlot("pool1"));
    }

    @Test
    void dropoutBehindAnActivationWhoseDerivativeNeedsItsValueHasItsOwnSlot() {
        NetworkGraph graph = NetworkGraph.classifier(
                "nobody",
                images(1, 4, 4),
                List.of(new Block(
                        "only",
                        List.of(
                                new Node("fc1", new Layer.Linear(8), NetworkGraph.IMAGES, NOWHERE),
                                new Node("fc1_tanh", new Layer.Activation(ActivationFunction.TANH), "fc1", NOWHERE),
                                new Node("drop1", new Layer.Dropout(0.5), "fc1_tanh", NOWHERE),
                                new Node("fc2", new Layer.Linear(2), "drop1", NOWHERE)))));
        ShapedNetwork network = ShapeInference.infer(graph);
        Program program = Program.of(network, Mode.TRAINING);

        assertThat(program.valueSlot("drop1")).isNotEqualTo(program.valueSlot("fc1"));
        assertThat(program.floatsPerImage())
                .isEqualTo(SymbolicRun.of(program, network).memory().slotSizes());
    }

    @Test
    void overlappingBuffersNeverShareASlot() {
        Random random = new Random(4);
        for (int run = 0; run < NETWORKS; run++) {
            List<Buffer> buffers = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                int from = random.nextInt(40);
                buffers.add(new Buffer(
                        "b" + i,
                        Buffer.Kind.VALUE,
                        1 + random.nextInt(1000),
                        from,
                        from + random.nextInt(10),
                        random.nextInt(8) == 0));
            }
            MemoryPlan memory = MemoryPlan.of(buffers);

            Map<Integer, List<Buffer>> slots = new TreeMap<>();
            for (Buffer buffer : buffers) {
                List<Buffer> sharers = slots.computeIfAbsent(memory.slot(buffer), key -> new ArrayList<>());
                assertThat(sharers).noneMatch(other -> mayNotShare(other, buffer));
                sharers.add(buffer);
            }
            assertThat(memory.floats())
                    .isEqualTo(slots.values().stream()
                            .mapToLong(sharers -> sharers.stream()
                                    .mapToLong(Buffer::floats)
                                    .max()
                                    .orElseThrow())
                            .sum());
            assertThat(slots.keySet())
                    .containsExactlyElementsOf(
                            IntStream.range(0, slots.size()).boxed().toList());
        }
    }

    private static boolean mayNotShare(Buffer one, Buffer other) {
        return one.isHostFacing() || other.isHostFacing() || !(one.to() < other.from() || other.to() < one.from());
    }
}
