package dev.netwright.tests.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.unet.SmallUNet;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.runtime.onnx.OnnxNorms;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.tests.parity.ParityNetwork;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ONNX Runtime makes of exported networks of every family. */
@Tag("numeric")
final class OnnxRuntimeTest {
    private static final int BATCH = 3;
    private static final double TOLERANCE = 1e-4;

    /** Networks with more parameters add time and no kind of layer. */
    private static final int MOST_PARAMETERS = 6_000_000;

    @TempDir
    private Path folder;

    static List<NetworkType<?>> networks() {
        return Stream.concat(
                        ParityNetwork.all().stream().map(ParityNetwork::type), Stream.of(Smooth.TYPE, SmallUNet.TYPE))
                .<NetworkType<?>>map(type -> type)
                .filter(type -> type.parameters().size() < MOST_PARAMETERS)
                .toList();
    }

    /** A step of training first, so that running statistics aren't 0 and 1. */
    @ParameterizedTest
    @MethodSource("networks")
    void logitsAreOursWithNormsFoldedOrNotAndForAnyNumberOfImages(NetworkType<?> type) throws OrtException {
        float[] images = images(type.images(), BATCH);
        try (NeuralNetwork network = type.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            step(network, images);
            for (OnnxNorms norms : OnnxNorms.values()) {
                Path file = folder.resolve(norms + ".onnx");
                network.exportOnnx(file, norms);
                try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
                    for (int batch : new int[] {1, BATCH}) {
                        float[] some =
                                Arrays.copyOf(images, batch * type.images().size());
                        assertThat(distance(run(session, some, type.images(), batch), network.logits(some, batch)))
                                .as(type.name() + ", " + norms + ", batch of " + batch)
                                .isLessThan(TOLERANCE);
                    }
                }
            }
        }
    }

    @Test
    void theFileSaysWhatItsOutputsMeanAndWhatItsInputsAre() throws OrtException {
        Path file = folder.resolve("lenet.onnx");
        try (NeuralNetwork network = LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 1)) {
            network.exportOnnx(file);
        }

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertThat(session.getInputNames()).containsExactly("images");
            assertThat(session.getOutputNames()).containsExactly("logits");
            assertThat(session.getInputInfo().toString()).contains("[-1, 1, 28, 28]");
            assertThat(session.getOutputInfo().toString()).contains("[-1, 10]");
            assertThat(session.getMetadata().getProducerName()).isEqualTo("netwright");
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("labels", "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]")
                    .containsEntry("fingerprint", LeNet28.TYPE.fingerprint())
                    .as("what a picture goes through first")
                    .hasSizeGreaterThan(2);
        }
    }

    private static void step(NeuralNetwork network, float[] images) {
        NetworkType<?> type = network.type();
        try (TrainingSteps steps = network.steps(BATCH, 1)) {
            if (type.isClassifier()) {
                int[] labels = new int[BATCH];
                Arrays.setAll(labels, image -> image % type.classes());
                steps.load(images, labels);
            } else {
                steps.load(images, new float[BATCH * type.target().values()]);
            }
            steps.forward();
            steps.backward();
            steps.update(1e-3);
        }
    }

    private static float[] run(OrtSession session, float[] images, Shape shape, int batch) throws OrtException {
        long[] sides = {batch, shape.channels(), shape.height(), shape.width()};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(images), sides);
                OrtSession.Result result = session.run(Map.of("images", input))) {
            OnnxTensor logits = (OnnxTensor) result.get(0);
            float[] values = new float[(int) logits.getInfo().getNumElements()];
            logits.getFloatBuffer().get(values);
            return values;
        }
    }

    private static float[] images(Shape shape, int count) {
        float[] images = new float[shape.size() * count];
        CounterRandom.seeded(7).fillGaussian(RandomStream.NOISE, 0, images, 0, images.length, 0);
        return images;
    }

    /** The norm of the difference over the norm of what was expected. */
    private static double distance(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(found[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / norm);
    }
}
