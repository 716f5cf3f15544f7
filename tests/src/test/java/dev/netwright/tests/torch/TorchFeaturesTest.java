package dev.netwright.tests.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.netwright.models.densenet.ImageNetDenseNet121;
import dev.netwright.models.inception.GoogLeNet96;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.nin.Nin224;
import dev.netwright.models.resnet.ImageNetResNet18;
import dev.netwright.operation.Layer;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.feature.Features;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.ArrayDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Features equal what forward hooks on PyTorch's modules receive, as far as float32 can tell: by 16 spreads of PyTorch's own float32
 * results and a rounding for each layer, as {@code src/test/python/README.md} derives.
 */
@Tag("numeric")
final class TorchFeaturesTest {
    private static final double SPREADS = 16;
    private static final double ROUNDING = 0x1p-24;

    @TempDir
    private Path folder;

    /** Of a stage: its shape, every {@code step}th of its values in float64, and the relative error of PyTorch's float32 values. */
    record Stage(List<Integer> shape, int step, double spread, List<Double> values) {}

    static Stream<Arguments> networks() {
        return Stream.of(
                        Arguments.of("d2l-lenet", LeNet28.TYPE),
                        Arguments.of("d2l-nin", Nin224.TYPE),
                        Arguments.of("d2l-googlenet", GoogLeNet96.TYPE),
                        Arguments.of("torchvision-resnet18", ImageNetResNet18.TYPE),
                        Arguments.of("torchvision-densenet121", ImageNetDenseNet121.TYPE))
                .flatMap(network -> Stream.of("onednn", "nd4j")
                        .map(kernels -> Arguments.of(network.get()[0], network.get()[1], kernels)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void featuresAreWhatForwardHooksReceive(String network, NetworkType<?> type, String kernels) {
        TorchFixture fixture = TorchFixture.of(network);
        Path file = folder.resolve("weights.safetensors");
        fixture.write(file);
        List<Integer> sides = fixture.images();
        Dataset image = ArrayDataset.ofFloats(
                new ImageFormat(sides.get(0), sides.get(1), sides.get(2)),
                fixture.image(),
                new int[1],
                DataSignature.numbers(type.classes()));
        double floor = ROUNDING * (1 + layersWithTensors(type));

        try (NeuralNetwork imported = type.importTorch(file, KernelSets.named(kernels))) {
            stages(network).forEach((name, expected) -> {
                Features features = name.isEmpty() ? imported.features() : imported.features(name);
                assertThat(features.shape()).as(name).isEqualTo(expected.shape());
                assertThat(error(features.of(image)[0], expected))
                        .as("stage '%s' of %s, layer %s", name, network, features.layer())
                        .isLessThanOrEqualTo(SPREADS * expected.spread() + floor);
            });
        }
    }

    private static long layersWithTensors(NetworkType<?> type) {
        return type.programs()
                .layers()
                .layers()
                .map(Layer::parameters)
                .filter(tensors -> !tensors.isEmpty())
                .count();
    }

    private static double error(float[] found, Stage expected) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.values().size(); i++) {
            double value = expected.values().get(i);
            difference += Math.pow(found[i * expected.step()] - value, 2);
            norm += value * value;
        }
        return Math.sqrt(difference / norm);
    }

    private static Map<String, Stage> stages(String network) {
        String path = "/torch-features/" + network + ".json";
        try (InputStream in = Objects.requireNonNull(TorchFeaturesTest.class.getResourceAsStream(path), path)) {
            return new JsonMapper().readValue(in, new TypeReference<Map<String, Stage>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
