package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.onednn.ChosenPrimitives;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.models.PrimitivesOfModels.Chosen;
import dev.netwright.tests.models.PrimitivesOfModels.Listing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Code and layouts that oneDNN gets for every published network, in both modes, with this machine's instructions and limited to AVX2:
 * a fault on AVX2 shows on a machine that has more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenPrimitivesTest {
    /** What a copy between two layouts is, if neither has generated code, or a join: the library has no other code for these. */
    private static final String COPY = "simple:any";

    /** A matrix product, by which fully connected layers are computed on AVX2, and a convolution behind a copy of its patches. */
    private static final String PRODUCT = "x64:gemm:jit";

    private static final Set<String> DEPTHWISE_NETWORKS =
            Set.of("ImageNetMobileNetV3Large", "ImageNetEfficientNetB0", "ImageNetConvNeXtTiny");

    private Map<Instructions, Listing> listings = Map.of();

    /** What the library may use. */
    enum Instructions {
        THIS_MACHINES,
        AVX2
    }

    @BeforeAll
    void listAll() {
        listings = Map.of(
                Instructions.THIS_MACHINES, PrimitivesOfModels.asThisMachineIs(),
                Instructions.AVX2, PrimitivesOfModels.limitedToAvx2());
    }

    @ParameterizedTest
    @EnumSource
    void everyNetworkIsListedInBothModes(Instructions instructions) {
        Set<String> listed = listing(instructions).reorders().stream()
                .map(row -> row.network() + " " + row.mode())
                .collect(Collectors.toSet());

        assertThat(listed).hasSize(Mode.values().length * ModelClasses.types().size());
        assertThat(listing(Instructions.AVX2).isOfAvx512()).isFalse();
    }

    /**
     * Except norms of planes, which groups of four channels leave behind with AVX2, and shuffles of channels that fill no whole
     * blocks, such as 116: the library has generated code for whole blocks alone.
     */
    @ParameterizedTest
    @EnumSource
    void noPrimitiveFallsBackToCodeThatIsNotMadeForTheCpu(Instructions instructions) {
        assertThat(listing(instructions).primitives())
                .filteredOn(primitive -> !primitive.implementation().equals(COPY))
                .filteredOn(primitive -> !(primitive.network().equals("ImageNetResNeXt50")
                        && primitive.layer().endsWith("conv2.norm")))
                .filteredOn(primitive -> !(Set.of("ImageNetShuffleNetV2X10", "ImageNetShuffleNetV2X20")
                                .contains(primitive.network())
                        && primitive.layer().endsWith("shuffle")))
                .filteredOn(primitive -> primitive.implementation().startsWith("ref")
                        || primitive.implementation().startsWith("simple"))
                .isEmpty();
    }

    /** A split's part may begin within a block, and a function whose derivative needs its argument has that in the gradient's layout. */
    @ParameterizedTest
    @EnumSource
    void onlyJoinsSplitsSumsAndArgumentsAreCopiedWithoutGeneratedCode(Instructions instructions) {
        Set<String> copied = Stream.of("Concat", "Add", "ChannelSplit", "GELU", "SiLU", "Hardswish")
                .flatMap(PrimitivesOfModels::layers)
                .collect(Collectors.toSet());

        assertThat(listing(instructions).primitives())
                .filteredOn(primitive -> primitive.implementation().equals(COPY))
                .allMatch(primitive -> copied.contains(primitive.network() + " " + primitive.layer()));
    }

    /**
     * The weight gradient of 11x11, or of 3x3 on 32x32, from one channel, which direct code fills up to eight, and of windows larger
     * than their map; and groups of four channels, which fill no block.
     */
    @Test
    void onAvx2OnlyTheseConvolutionsAreProductsOfPatches() {
        assertThat(productsOfPatches(Instructions.AVX2))
                .containsExactlyInAnyOrder(
                        "AlexNet224 TRAINING conv1 backward",
                        "AlexNet227DropoutFirst TRAINING conv1 backward",
                        "Nin224 TRAINING mlpconv1_1 backward",
                        "Nin227 TRAINING mlpconv1_1 backward",
                        "EdgeDetector TRAINING edges backward",
                        "GoogLeNet96 TRAINING inception5a_5x5 backward",
                        "GoogLeNet96 TRAINING inception5b_5x5 backward",
                        "ResNet18At32 TRAINING conv1 backward",
                        "ResNet18At32 TRAINING layer4.0.conv2 backward",
                        "ResNet18At32 TRAINING layer4.1.conv1 backward",
                        "ResNet18At32 TRAINING layer4.1.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.0.conv2 forward",
                        "ImageNetResNeXt50 TRAINING layer1.0.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.0.conv2 backward",
                        "ImageNetResNeXt50 INFERENCE layer1.0.conv2 forward",
                        "ImageNetResNeXt50 TRAINING layer1.1.conv2 forward",
                        "ImageNetResNeXt50 TRAINING layer1.1.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.1.conv2 backward",
                        "ImageNetResNeXt50 INFERENCE layer1.1.conv2 forward",
                        "ImageNetResNeXt50 TRAINING layer1.2.conv2 forward",
                        "ImageNetResNeXt50 TRAINING layer1.2.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.2.conv2 backward",
                        "ImageNetResNeXt50 INFERENCE layer1.2.conv2 forward");
    }

    @Test
    void onAvx512OnlyGroupsOfFourChannelsAreProductsOfPatches() {
        assumeTrue(listing(Instructions.THIS_MACHINES).isOfAvx512(), "this machine has AVX2 alone");

        assertThat(productsOfPatches(Instructions.THIS_MACHINES))
                .containsExactlyInAnyOrder(
                        "ImageNetResNeXt50 TRAINING layer1.0.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.1.conv2 backward",
                        "ImageNetResNeXt50 TRAINING layer1.2.conv2 backward");
    }

    /** Nothing is left for their own kernels to do; those of training stay. */
    @ParameterizedTest
    @EnumSource
    void sumsOfResidualNetworksAreComputedByTheirConvolutionsInPredictions(Instructions instructions) {
        for (String network : List.of("ResNet18At96", "ImageNetResNet50", "ImageNetResNeXt50")) {
            Set<String> sums = PrimitivesOfModels.layers("Add")
                    .filter(layer -> layer.startsWith(network + " "))
                    .collect(Collectors.toSet());

            assertThat(modesOf(sums, instructions)).as(network).isEqualTo(Set.of(Mode.TRAINING));
        }
    }

    private Set<Mode> modesOf(Set<String> layers, Instructions instructions) {
        return listing(instructions).primitives().stream()
                .filter(primitive -> layers.contains(primitive.network() + " " + primitive.layer()))
                .map(Chosen::mode)
                .collect(Collectors.toSet());
    }
    /** Of 3x3, 5x5 and 7x7, with and without strides: forward, for the input's gradient and for the weights'. */
    @ParameterizedTest
    @EnumSource
    void depthwiseConvolutionsHaveDepthwiseCodeInBlocksInAllDirections(Instructions instructions) {
        Map<List<String>, Long> counts = listing(instructions).primitives().stream()
                .filter(primitive -> DEPTHWISE_NETWORKS.contains(primitive.network()))
                .filter(primitive -> primitive.layer().endsWith("depthwise")
                        || primitive.layer().endsWith("dwconv"))
                .collect(Collectors.groupingBy(
                        primitive ->
                                List.of(primitive.network(), primitive.mode().name(), primitive.layer()),
                        Collectors.filtering(
                                primitive -> primitive.implementation().startsWith("jit_dw:"), Collectors.counting())));

        assertThat(counts.keySet()).extracting(layer -> layer.get(0)).containsAll(DEPTHWISE_NETWORKS);
        assertThat(counts)
                .allSatisfy((layer, count) ->
                        assertThat(count).as(layer.toString()).isEqualTo(layer.contains(Mode.TRAINING.name()) ? 3 : 1));
    }

    /** Padded by hand, since the library's direct code for AVX2 refuses so wide a window with padding and stride. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void onAvx2TheImagesOfAlexNetArePaddedOnceForDirectCode(Mode mode) {
        assertThat(listing(Instructions.AVX2).primitives())
                .filteredOn(primitive -> primitive.network().equals("AlexNet224")
                        && primitive.mode() == mode
                        && primitive.layer().equals("conv1")
                        && primitive.direction().equals("forward"))
                .extracting(Chosen::implementation)
                .containsExactly("jit:uni", "jit:avx2");
    }

    /**
     * Layouts change at the border between blocks of channels and rows, where weights are wanted in another order (the gradient of an
     * input by direct code), where a join is parted, around 6 or 120 channels, which are no whole blocks, and on AVX2 where the weight
     * gradient of one channel is computed over pixels or planes.
     */
    @ParameterizedTest
    @CsvSource({
        "LeNet28, 6, 1, 7, 1",
        "BatchNormLeNet28, 6, 1, 7, 1",
        "Vgg11Quarter, 2, 1, 11, 1",
        "AlexNet224, 3, 1, 9, 2",
        "Nin224, 17, 1, 16, 1",
        "GoogLeNet96, 84, 0, 100, 0",
        "ResNet18At96, 9, 0, 21, 0",
        "DenseNet96, 57, 13, 53, 0",
        "ImageNetVgg16, 2, 1, 14, 1"
    })
    void aStepChangesLayoutsOnlySoOften(
            String network, int training, int inference, int trainingOnAvx2, int inferenceOnAvx2) {
        Listing avx2 = listing(Instructions.AVX2);

        assertThat(avx2.reorders(network, Mode.TRAINING)).isEqualTo(trainingOnAvx2);
        assertThat(avx2.reorders(network, Mode.INFERENCE)).isEqualTo(inferenceOnAvx2);
        Listing asItIs = listing(Instructions.THIS_MACHINES);
        if (asItIs.isOfAvx512()) {
            assertThat(asItIs.reorders(network, Mode.TRAINING)).isEqualTo(training);
            assertThat(asItIs.reorders(network, Mode.INFERENCE)).isEqualTo(inference);
        }
    }

    @Test
    void convolutionsOf3x3AreWinogradsWhereTheRuleSaysSo() {
        assumeTrue(
                listing(Instructions.THIS_MACHINES).isOfAvx512(),
                "the library has Winograd's kernels for AVX-512 alone");
        ChosenPrimitives step = primitives(ResNet18At96.TYPE, Mode.TRAINING, 64);

        assertThat(step.implementations())
                .contains(
                        "layer1.0.conv1 forward jit_wino_4x3:avx512_core",
                        "layer1.0.conv1 backward jit_wino_4x3:avx512_core",
                        "layer4.1.conv2 forward jit:avx512_common",
                        "layer4.1.conv2 backward jit_wino_4x3:avx512_core");
        assertThat(step.implementations())
                .filteredOn(primitive -> primitive.contains("jit_wino"))
                .hasSize(33);
    }

    private List<String> productsOfPatches(Instructions instructions) {
        Set<String> convolutions = PrimitivesOfModels.layers("Conv2d").collect(Collectors.toSet());
        return listing(instructions).primitives().stream()
                .filter(primitive -> primitive.implementation().equals(PRODUCT))
                .filter(primitive -> convolutions.contains(primitive.network() + " " + primitive.layer()))
                .map(primitive -> primitive.network() + " " + primitive.mode() + " " + primitive.layer() + " "
                        + primitive.direction())
                .toList();
    }

    private Listing listing(Instructions instructions) {
        return Objects.requireNonNull(listings.get(instructions));
    }

    private static ChosenPrimitives primitives(NetworkType<?> type, Mode mode, int batch) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(type.parameters())) {
            return kernels.primitives(parameters, type.programs(), mode, batch);
        }
    }
}
