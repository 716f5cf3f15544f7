package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.feature.Features;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.source.FashionMnist;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of a part of a network, for one picture and for many, in memory and in files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("numeric")
final class FeaturesTest {
    private static final int THREADS = 4;
    private static final int CLASSES = 10;

    /** More than two batches, and no multiple of one. */
    private static final ImageDataset IMAGES = FashionMnist.bundledTest().first(150);

    private final NeuralNetwork network = network("onednn");

    @TempDir
    private Path folder;

    private static NeuralNetwork network(String kernels) {
        return LeNet28.TYPE.initialize(KernelSets.named(kernels), Initializer.XAVIER_UNIFORM, 7);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void theOutputOfTheLastLayerIsBitIdenticalToTheLogits(String kernels) {
        try (NeuralNetwork built = network(kernels)) {
            float[] image = image(3);
            assertThat(built.features("f7").of(IMAGES.range(3, 4))[0]).isEqualTo(built.logits(image, 1));
        }
    }

    /** The classifier alone, as a network of its own with the same weights. */
    @ParameterizedTest
    @ValueSource(strings = {"onednn", "nd4j"})
    void theClassifierMakesOfTheFeaturesTheSameLogitsBitByBit(String kernels) {
        KernelSet set = KernelSets.named(kernels);
        try (NeuralNetwork built = network(kernels)) {
            float[] features = built.features().of(IMAGES.range(3, 4))[0];
            NetworkLayers classifier = NetworkLayers.of(Shape.features(features.length))
                    .block("classifier")
                    .linear("f7", CLASSES)
                    .crossEntropy();
            ParameterTable table = ParameterTable.of(classifier);
            try (ParameterMemory weights = set.allocate(table);
                    Workspace workspace = set.workspace(weights, Programs.ofPart(classifier), 0)) {
                table.tensors().forEach(tensor -> weights.write(tensor, built.parameter(tensor.name())));
                workspace.reserve(Mode.INFERENCE, 1);
                InferenceSession session = workspace.inference(1);
                session.load(features);
                session.program().forward();
                float[] logits = new float[CLASSES];
                session.logits(logits);
                assertThat(logits).isEqualTo(built.logits(image(3), 1));
            }
        }
    }

    @Test
    void withoutAStageTheyAreTheInputOfTheClassifier() {
        assertThat(network.features().layer()).isEqualTo("f6_sigmoid");
        assertThat(network.features().shape()).containsExactly(84);
        assertThat(network.features("stage2").shape()).containsExactly(16, 5, 5);
        try (NeuralNetwork nin = CifarNin.TYPE.initialize(KernelSets.named("nd4j"), Initializer.PYTORCH, 0)) {
            assertThat(nin.features().shape())
                    .as("the classifier is a convolution")
                    .hasSize(3);
        }
    }

    @Test
    void aPictureIsPreparedAsForAPrediction() {
        BufferedImage large = IMAGES.first(1).resize(56).picture(0);
        Dataset small = IMAGES.first(1).resize(56).resize(28);
        assertThat(network.features(large)).isEqualTo(network.features().of(small)[0]);
        assertThat(network.features("stage1", large))
                .isEqualTo(network.features("stage1").of(small)[0]);
    }

    /** Larger batches may be summed up in another order: the last digits differ. */
    @Test
    void theRowsOfADatasetAreThoseOfItsPicturesOneByOne() {
        Features features = network.features();
        float[][] rows = features.of(IMAGES);
        float[][] named = features.of(new Numbered());
        assertThat(rows).hasDimensions(IMAGES.size(), 84);
        for (int i = 0; i < rows.length; i++) {
            assertThat(named[i]).isEqualTo(rows[i]);
            assertThat(rows[i]).containsExactly(features.of(IMAGES.picture(i)), within(1e-5f));
        }
        assertThat(rows[0]).isNotEqualTo(rows[1]);
    }

    @Test
    void severalThreadsGetTheFeaturesOfOne() throws Exception {
        Features features = network.features("stage1");
        float[] expected = features.of(IMAGES.picture(0));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<float[]>> found = new ArrayList<>();
            for (int i = 0; i < 4 * THREADS; i++) {
                found.add(threads.submit(() -> features.of(IMAGES.picture(0))));
            }
            for (Future<float[]> one : found) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void trainingStepsShowInTheFeatures() {
        try (NeuralNetwork trained = network("onednn")) {
            float[] before = trained.features(IMAGES.picture(0));
            try (TrainingSteps steps = trained.steps(2, 0)) {
                steps.load(image(0, 1), new int[] {1, 2});
                steps.forward();
                steps.backward();
                steps.update(0.5);
            }
            float[] after = trained.features(IMAGES.picture(0));
            assertThat(after).isNotEqualTo(before);
            Path file = folder.resolve("trained.safetensors");
            trained.save(file);
            try (NeuralNetwork loaded = LeNet28.TYPE.load(file, KernelSets.named("onednn"))) {
                assertThat(after).containsExactly(loaded.features(IMAGES.picture(0)), within(1e-6f));
            }
        }
    }

    @Test
    void anUnknownStageIsRefusedWithTheClosestName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.features("stag2"))
                .withMessage("there is no stage 'stag2'; did you mean 'stage2'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.features("encoder", IMAGES.picture(0)))
                .withMessage(
                        "there is no stage 'encoder'; the stages are stage1, stage2, classifier, and each layer of the"
                                + " summary is one");
    }

    @Test
    void imagesOfAnotherShapeAndAClosedNetworkAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.features()
                        .of(FashionMnist.bundledTest().first(1).resize(56)))
                .withMessageContaining("call resize(28, 28) on it");
        Features features;
        try (NeuralNetwork closed = network("onednn")) {
            features = closed.features();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> features.of(IMAGES.picture(0)))
                .withMessageContaining("is closed");
    }

    @Test
    void aNumPyFileHasAHeaderOf64BytesOrAMultipleAndTheRows() throws IOException {
        Path file = folder.resolve("stage1.npy");
        network.features("stage1").write(IMAGES, file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[128];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.ISO_8859_1))
                .isEqualTo("\u0093NUMPY\u0001\u0000v\u0000"
                        + "{'descr': '<f4', 'fortran_order': False, 'shape': (150, 6, 14, 14), }"
                        + " ".repeat(48)
                        + "\n");
        float[][] rows = network.features("stage1").of(IMAGES);
        for (float[] row : rows) {
            float[] written = new float[row.length];
            for (int i = 0; i < written.length; i++) {
                written[i] = bytes.getFloat();
            }
            assertThat(written).isEqualTo(row);
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void aTableHasNamesClassesAndDigitsThatGiveTheSameValues() throws IOException {
        Path labelled = folder.resolve("labelled.csv");
        Path named = folder.resolve("named.csv");
        network.features().write(IMAGES.first(2), labelled);
        network.features().write(new Numbered(), named);

        List<String> lines = Files.readAllLines(labelled);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("image,label,f0,f1,").endsWith(",f83");
        assertThat(lines.get(1)).startsWith("picture 0,Ankle boot,");
        float[] row = network.features().of(IMAGES.first(2))[1];
        List<Float> values = List.of(lines.get(2).split(",", -1)).stream()
                .skip(2)
                .map(Float::valueOf)
                .toList();
        assertThat(values)
                .containsExactlyElementsOf(
                        IntStream.range(0, row.length).mapToObj(i -> row[i]).toList());
        assertThat(Files.readAllLines(named))
                .hasSize(151)
                .element(150)
                .asString()
                .startsWith("149.png,");
    }

    @Test
    void aFileStaysAsItIsIfAPictureCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.npy"), "before");
        Dataset broken = new BrokenAt(100);
        try {
            network.features().write(broken, file);
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("picture 100 is broken");
        }
        assertThat(file).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.features().write(IMAGES, folder.resolve("features.txt")))
                .withMessage("a file of features must end in .npy or .csv, found " + folder.resolve("features.txt"));
    }

    private static float[] image(int... indices) {
        int size = IMAGES.format().values();
        float[] values = new float[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            IMAGES.read(indices[i], values, i * size);
        }
        return values;
    }

    /** The pictures as a folder names them. */
    private static final class Numbered implements UnlabelledPictures {
        @Override
        public int size() {
            return IMAGES.size();
        }

        @Override
        public String name(int index) {
            return index + ".png";
        }

        @Override
        public BufferedImage picture(int index) {
            return IMAGES.picture(index);
        }
    }

    /** The pictures, of which one can't be read. */
    private record BrokenAt(int broken) implements Dataset {
        @Override
        public int size() {
            return IMAGES.size();
        }

        @Override
        public ImageFormat format() {
            return IMAGES.format();
        }

        @Override
        public List<String> labels() {
            return IMAGES.labels();
        }

        @Override
        public int label(int index) {
            return IMAGES.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            if (index == broken) {
                throw new IllegalStateException("picture " + index + " is broken");
            }
            IMAGES.read(index, target, offset);
        }
    }
}
