package dev.netwright.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import dev.netwright.commandline.PrintedOutput;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsReader;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options of export and import mean; that the numbers are right is tested with the other programs in {@code tests}. */
final class ExchangeCommandsTest {
    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @TempDir
    private Path folder;

    @Test
    void normsAreFoldedIntoConvolutionsUnlessTheyAreToBeSeparate() throws IOException {
        Path weights = saved(BatchNormLeNet28.TYPE);
        Path folded = folder.resolve("new/folded.onnx");
        Path separate = folder.resolve("separate.onnx");

        run("export --network lenet-bn --weights", weights, "--to", folded);
        run("export --network lenet-bn --norms separate --weights", weights, "--to", separate);

        assertThat(norms(folded)).as("behind its two fully connected layers").isEqualTo(2);
        assertThat(norms(separate)).isEqualTo(4);
    }

    @Test
    void pyTorchsNamesGoOutAndComeBackWithLabelsAndPreprocessing() throws IOException {
        Path torch = folder.resolve("torch.safetensors");
        Path ours = folder.resolve("ours.safetensors");
        Path labels =
                Files.write(folder.resolve("labels.txt"), List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));

        run("export --network lenet --weights", saved(LeNet28.TYPE), "--to", torch);
        assertThat(names(torch)).contains("0.weight", "0.bias");
        run("import --network lenet --from", torch, "--labels", labels, "--save", ours);

        try (LeNet28 before = LeNet28.load(saved(LeNet28.TYPE));
                LeNet28 after = LeNet28.load(ours)) {
            assertThat(after.labels()).startsWith("a", "b");
            assertThat(after.parameter("c3.weight")).isEqualTo(before.parameter("c3.weight"));
        }
    }

    /** 32 of 28 pixels is torchvision's 256 of 224. */
    @Test
    void picturesAreCutAndNormalizedAsTorchvisionDoesOnRequest() throws IOException {
        Path torch = folder.resolve("torch.safetensors");
        Path ours = folder.resolve("ours.safetensors");
        run("export --network lenet --weights", saved(LeNet28.TYPE), "--to", torch);

        assertThat(code("import --network lenet --pictures imagenet --from", torch, "--save", ours))
                .as("a network of grey pictures")
                .isEqualTo(2);
        assertThat(printed.errors()).contains("A normalization of 3 channels doesn't fit pictures of 1");

        assertThat(ImportCommand.PicturesFor.IMAGENET
                        .of(new ImageFormat(3, 28, 28))
                        .toMetadata())
                .containsEntry("preprocessing.steps", "resize-shorter-side 32, center-crop 28x28")
                .containsKeys("preprocessing.mean", "preprocessing.deviation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    export --to x.onnx --names d2l              | --names is only for files that end with .safetensors
                    export --to x.safetensors --norms separate  | --norms is only for files that end with .onnx
                    export --to x.safetensors --names torchvision | has no names of torchvision
                    export --to x.safetensors --names timm      | Invalid value for option '--names'
                    """)
    void whatDoesNotBelongTogetherIsRefused(String options, String reason) {
        assertThat(code(options + " --network lenet --weights", saved(LeNet28.TYPE)))
                .isEqualTo(2);
        assertThat(printed.errors()).contains(reason).doesNotContain("\tat ");
    }

    @Test
    void aListOfTooFewLabelsIsRefused() throws IOException {
        Path torch = folder.resolve("torch.safetensors");
        run("export --network lenet --weights", saved(LeNet28.TYPE), "--to", torch);
        Path labels = Files.write(folder.resolve("labels.txt"), List.of("a", "b"));

        assertThat(code("import --network lenet --save x --from", torch, "--labels", labels))
                .isEqualTo(2);
        assertThat(printed.errors()).contains("--labels must name the 10 classes of LeNet28, found 2 lines in ");
    }

    private Path saved(NetworkType<?> type) {
        Path file = folder.resolve("saved.safetensors");
        try (NeuralNetwork network = type.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            network.save(file);
        }
        return file;
    }

    private void run(Object... arguments) {
        assertThat(code(arguments)).as(printed.errors()).isZero();
    }

    private static int code(Object... arguments) {
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            all.addAll(argument instanceof String words ? List.of(words.split(" ", -1)) : List.of(argument.toString()));
        }
        return Netwright.execute(all.toArray(String[]::new));
    }

    private static List<String> names(Path file) {
        try (SafeTensorsReader reader = SafeTensorsReader.openConverting(file)) {
            return reader.tensors().stream().map(NamedShape::name).toList();
        }
    }

    private static long norms(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
                .map(NodeProto::getOpType)
                .filter("BatchNormalization"::equals)
                .count();
    }
}
