package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.source.ArrayDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.TestResult;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a network learned says how every later picture is prepared and in which order classes come; what contradicts it is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataSignatureTest {
    private static final Normalization NORMALIZATION = Normalization.of(0.3, 0.35);
    private static final ImageDataset PICTURES = FashionMnist.bundledTrain().first(320);
    private static final ImageDataset LEARNED = prepared(PICTURES);

    private static final String OWN = "resize-shorter-side 36, center-crop 28x28, (pixel / 255 - [0.3]) / [0.35]";

    @TempDir
    static Path folder;

    private Path file = Path.of("");
    private BatchNormLeNet28 network = trained(LEARNED);

    @BeforeAll
    void save() {
        file = folder.resolve("weights.safetensors");
        network.save(file);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private static ImageDataset prepared(ImageDataset pictures) {
        return pictures.resizeShorterSide(36).centerCrop(28).normalized(NORMALIZATION);
    }

    private static BatchNormLeNet28 trained(Dataset data) {
        return BatchNormLeNet28.train(data, silent().epochs(2));
    }

    private static Training silent() {
        return Training.with(Optimizer.adam(0.01)).batch(16).listener(new TrainingListener() {});
    }

    @Test
    void picturesThatNobodyHasPreparedAreEvaluatedAsThoseThatWereLearned() {
        double accuracy = network.evaluate(LEARNED).accuracy();
        assertThat(accuracy).as("a network that has learned something").isGreaterThan(0.4);
        try (BatchNormLeNet28 loaded = BatchNormLeNet28.load(file)) {
            for (BatchNormLeNet28 one : List.of(network, loaded)) {
                for (ImageDataset pictures :
                        List.of(PICTURES, PICTURES.cached(), PICTURES.range(0, 320), one.prepared(PICTURES))) {
                    assertThat(one.evaluate(pictures).accuracy()).isEqualTo(accuracy);
                    assertThat(one.loss(pictures)).isEqualTo(network.loss(LEARNED));
                    assertThat(one.predict((Dataset) pictures).probabilities(7))
                            .isEqualTo(network.predict((Dataset) LEARNED).probabilities(7));
                }
            }
        }
    }

    /** The accuracy of answers that are compared with themselves is 1, whichever way they are asked for. */
    @Test
    void evaluatingThePicturesUnderTheNamesThatPredictGaveThemIsRightEveryTime() {
        List<String> answers = network.predict(
                        IntStream.range(0, 320).mapToObj(PICTURES::picture).toList())
                .bestLabels();
        byte[] pixels = new byte[320 * 28 * 28];
        IntStream.range(0, 320).forEach(i -> PICTURES.readPixels(i, pixels, i * 28 * 28));
        ImageDataset named = ArrayDataset.ofBytes(
                PICTURES.format(),
                pixels,
                answers.stream().mapToInt(PICTURES.labels()::indexOf).toArray(),
                PICTURES.labels());
        assertThat(network.evaluate(named).accuracy()).isEqualTo(1);
    }

    @Test
    void testPicturesOfARunArePreparedAsThoseToLearn() {
        assertThat(tested(silent(), LEARNED, PICTURES)).isEqualTo(tested(silent(), LEARNED, LEARNED));
    }

    @Test
    void whatWasPreparedInAnotherWayIsRefusedWithBothSides() {
        Map<ImageDataset, String> others = Map.of(
                PICTURES.normalized(NORMALIZATION), "resize 28x28, (pixel / 255 - [0.3]) / [0.35]",
                PICTURES.resizeShorterSide(36).centerCrop(28), "resize-shorter-side 36, center-crop 28x28, pixel / 255",
                PICTURES.resizeShorterSide(32).centerCrop(28).normalized(NORMALIZATION),
                        "resize-shorter-side 32, center-crop 28x28, (pixel / 255 - [0.3]) / [0.35]",
                PICTURES.resize(28, 30).resize(28).cached(), "resize 28x30, resize 28x28, pixel / 255");
        others.forEach((other, found) -> {
            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> network.evaluate(other),
                    () -> network.loss(other),
                    () -> network.predict((Dataset) other),
                    () -> network.prepared(other),
                    () -> BatchNormLeNet28.train(LEARNED, silent().test(other)))) {
                assertThatThrownBy(use)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("LeNet28 expects pictures prepared by " + OWN
                                + ", found pictures prepared by " + found);
            }
        });
    }

    @Test
    void picturesOfAnotherSizeThatWerePreparedAreRefusedAndThoseAsTheyAreAreNot() {
        assertThatThrownBy(() -> network.evaluate(PICTURES.resize(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes images of 1x28x28, found 32x32");
        try (LeNet32 larger = LeNet32.train(PICTURES.first(32).resize(32), silent())) {
            assertThat(larger.loss(PICTURES)).isEqualTo(larger.loss(PICTURES.resize(32)));
        }
    }

    @Test
    void classesAreFoundByTheirNamesInWhateverOrder() {
        Dataset reordered = new Renamed(LEARNED, reversed(LEARNED.labels()), true);
        assertThat(reordered.label(0)).isNotEqualTo(LEARNED.label(0));
        assertThat(network.evaluate(reordered).confusion())
                .isEqualTo(network.evaluate(LEARNED).confusion());
        assertThat(network.loss(reordered)).isEqualTo(network.loss(LEARNED));
        assertThat(tested(silent(), LEARNED, reordered)).isEqualTo(tested(silent(), LEARNED, LEARNED));
    }

    @Test
    void aRunThatBeginsWithWeightsOrGoesOnHasTheirOrderOfClasses() {
        Dataset reordered = new Renamed(LEARNED, reversed(LEARNED.labels()), true);
        try (BatchNormLeNet28 tuned = BatchNormLeNet28.train(
                reordered, Training.with(Optimizer.sgd(0)).startFrom(file).listener(new TrainingListener() {}))) {
            assertThat(tuned.labels()).isEqualTo(LEARNED.labels());
            assertThat(Networks.parameters(tuned)).containsExactlyEntriesOf(Networks.parameters(network));
        }
        Training saved = silent().checkpoints(folder.resolve("run"));
        BatchNormLeNet28.train(new Renamed(LEARNED, LEARNED.labels(), true), saved)
                .close();
        try (BatchNormLeNet28 resumed =
                BatchNormLeNet28.train(reordered, saved.epochs(2).resume())) {
            assertThat(resumed.labels()).isEqualTo(LEARNED.labels());
            assertThat(Networks.parameters(resumed)).containsExactlyEntriesOf(Networks.parameters(network));
        }
    }

    @Test
    void otherClassesAreRefusedInARunAsInAnEvaluation() {
        List<String> names = new ArrayList<>(LEARNED.labels());
        names.set(3, "frock");
        Dataset other = new Renamed(LEARNED, names, false);
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> network.evaluate(other),
                () -> network.loss(other),
                () -> BatchNormLeNet28.train(LEARNED, silent().test(other)))) {
            assertThatThrownBy(use)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "has other classes than the data: only the network has 'Dress', only the data has"
                                    + " 'frock'; give data of the same classes");
        }
    }

    /** ImageNet has two classes each that are called crane and maillot. */
    @Test
    void aNameThatStandsForTwoClassesIsNotPutInOrder() {
        List<String> names = new ArrayList<>(LEARNED.labels());
        names.set(3, names.get(2));
        Dataset doubled = new Renamed(LEARNED, names, false);
        try (BatchNormLeNet28 one = BatchNormLeNet28.train(doubled, silent())) {
            assertThat(one.evaluate(doubled).images()).isEqualTo(320);
            assertThatThrownBy(() -> one.evaluate(new Renamed(LEARNED, reversed(names), false)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "as class 0, found 'Ankle boot' in the data, and some names stand for several classes");
        }
    }

    /** Weights of which nobody has said how pictures were prepared contradict nothing, before and after they are saved. */
    @Test
    void whatNobodyHasSaidIsNotHeldAgainstTheData() {
        Path untold = folder.resolve("untold.safetensors");
        try (NeuralNetwork fresh = BatchNormLeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 3)) {
            fresh.save(untold);
            try (NeuralNetwork loaded = BatchNormLeNet28.load(untold)) {
                for (NeuralNetwork one : List.of(fresh, loaded)) {
                    assertThat(one.loss(LEARNED)).isEqualTo(fresh.loss(LEARNED)).isNotEqualTo(fresh.loss(PICTURES));
                    assertThat(one.predict(PICTURES.picture(0))).hasSize(10);
                }
            }
        }
        BatchNormLeNet28.train(LEARNED, silent().startFrom(untold)).close();
    }

    @Test
    void aRunThatBeginsWithWeightsLearnsPicturesNormalizedAsTheirs() {
        assertThatThrownBy(() ->
                        BatchNormLeNet28.train(PICTURES.resizeShorterSide(36).centerCrop(28), silent().startFrom(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starts from weights trained on pictures prepared by " + OWN
                        + ", found pictures prepared by resize-shorter-side 36, center-crop 28x28, pixel / 255");
        try (BatchNormLeNet28 tuned = BatchNormLeNet28.train(PICTURES, silent().startFrom(file));
                BatchNormLeNet28 expected = BatchNormLeNet28.train(LEARNED, silent().startFrom(file))) {
            assertThat(Networks.parameters(tuned)).containsExactlyEntriesOf(Networks.parameters(expected));
        }
        BatchNormLeNet28.train(PICTURES.normalized(NORMALIZATION), silent().startFrom(file))
                .close();
    }

    @Test
    void otherProgramsReadTheSameOfAnOnnxFile() throws IOException {
        Path onnx = folder.resolve("exported.onnx");
        network.exportOnnx(onnx);
        Map<String, String> metadata = ModelProto.parseFrom(Files.readAllBytes(onnx)).getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
        assertThat(DataSignature.fromMetadata(network.labels(), metadata)).isEqualTo(DataSignature.of(LEARNED));
        assertThat(metadata.get("labels")).startsWith("[\"T-shirt/top\",");
    }

    @Test
    void theSignatureComesBackFromItsMetadata() {
        for (DataSignature signature : List.of(
                DataSignature.of(LEARNED),
                DataSignature.of(PICTURES),
                DataSignature.assumed(10, PICTURES.preprocessing()),
                DataSignature.of(new Renamed(LEARNED, LEARNED.labels(), false)))) {
            assertThat(DataSignature.fromMetadata(signature.labels(), signature.toMetadata()))
                    .isEqualTo(signature);
        }
    }

    private static List<TestResult> tested(Training training, Dataset data, Dataset test) {
        List<TestResult> results = new ArrayList<>();
        BatchNormLeNet28.train(data, training.test(test).listener(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochEnd epoch) {
                        results.add(epoch.test().orElseThrow());
                    }
                }))
                .close();
        return results;
    }

    private static List<String> reversed(List<String> names) {
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }

    /**
     * The same values, of which no preprocessing is known, under other names.
     *
     * @param isRenumbered whether each image keeps its name, and the classes' numbers follow
     */
    private record Renamed(Dataset whole, List<String> labels, boolean isRenumbered) implements Dataset {
        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public ImageFormat format() {
            return whole.format();
        }

        @Override
        public int label(int index) {
            int label = whole.label(index);
            return isRenumbered ? labels.indexOf(whole.labels().get(label)) : label;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            whole.read(index, target, offset);
        }
    }
}
