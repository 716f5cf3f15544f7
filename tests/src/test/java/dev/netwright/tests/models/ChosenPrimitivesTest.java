package dev.netwright.tests.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.onednn.ChosenPrimitives;
import dev.netwright.runtime.onednn.OneDnnKernelSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** oneDNN has code of its own for everything that the published networks ask of it. */
class ChosenPrimitivesTest {
    static List<NetworkType<?>> types() {
        return ModelClasses.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noPrimitiveFallsBackToReferenceCode(NetworkType<?> type) {
        for (Mode mode : Mode.values()) {
            assertThat(primitives(type, mode, 4).implementations())
                    .as("%s of %s", mode, type.name())
                    .noneMatch(primitive -> primitive.contains(" ref"));
        }
    }

    /**
     * Layouts change at the border between blocks of channels and rows, where weights are wanted in another order (the gradient of an
     * input by direct code), where a join is parted, and around 6 or 120 channels, which are no whole blocks.
     */
    @ParameterizedTest
    @CsvSource({
        "lenet.LeNet28, 7, 1",
        "lenet.BatchNormLeNet28, 7, 1",
        "vgg.Vgg11Quarter, 2, 1",
        "alexnet.AlexNet224, 3, 1",
        "nin.Nin224, 17, 1",
        "inception.GoogLeNet96, 84, 0",
        "resnet.ResNet18At96, 9, 0",
        "densenet.DenseNet96, 57, 13",
        "vgg.ImageNetVgg16, 2, 1"
    })
    void aStepChangesLayoutsOnlySoOften(String name, int training, int inference) {
        NetworkType<?> type = NetworkType.named("dev.netwright.models." + name);
        ChosenPrimitives step = primitives(type, Mode.TRAINING, 8);
        assumeTrue(hasAvx512(step), "counted with the blocks of AVX-512");

        assertThat(reorders(step)).isEqualTo(training);
        assertThat(reorders(primitives(type, Mode.INFERENCE, 8))).isEqualTo(inference);
    }

    @Test
    void convolutionsOf3x3AreWinogradsWhereTheRuleSaysSo() {
        ChosenPrimitives step = primitives(ResNet18At96.TYPE, Mode.TRAINING, 64);
        assumeTrue(hasAvx512(step), "the library has Winograd's kernels for AVX-512 alone");

        assertThat(step.implementations())
                .contains(
                        "layer1_1_conv1 forward jit_wino_4x3:avx512_core",
                        "layer1_1_conv1 backward jit_wino_4x3:avx512_core",
                        "layer4_2_conv2 forward jit:avx512_common",
                        "layer4_2_conv2 backward jit_wino_4x3:avx512_core");
        assertThat(step.implementations())
                .filteredOn(primitive -> primitive.contains("jit_wino"))
                .hasSize(33);
    }

    private static int reorders(ChosenPrimitives step) {
        return step.reorders().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean hasAvx512(ChosenPrimitives step) {
        return step.implementations().stream().anyMatch(primitive -> primitive.contains("avx512"));
    }

    private static ChosenPrimitives primitives(NetworkType<?> type, Mode mode, int batch) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(type.parameters())) {
            return kernels.primitives(parameters, type.programs(), mode, batch);
        }
    }
}
