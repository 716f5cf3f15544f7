package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.densenet.DenseNet96;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.nin.CifarNin;
import dev.netwright.models.resnet.ResNet18At96;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.engine.memory.NativeMemory;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.InferenceSession;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout that predictions read replaces the stored one. Saved files, training and other batch sizes stay bit-identical. */
final class WeightsHeldOnceTest {
    private static final KernelSet KERNELS = KernelSets.named("onednn");
    private static final int BATCH = 4;

    @TempDir
    private Path folder;

    static Stream<NetworkType<?>> types() {
        return Stream.of(
                BatchNormLeNet28.TYPE, CifarNin.TYPE, Vgg11EighthAt96.TYPE, ResNet18At96.TYPE, DenseNet96.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aNetworkThatHasPredictedIsSavedAsItWasLoaded(NetworkType<?> type) throws Exception {
        Path before = folder.resolve("trained.safetensors");
        Path after = folder.resolve("after.safetensors");

        try (NeuralNetwork network = trained(type)) {
            network.logits(images(type, 1), 1);
            network.save(after);
            assertThat(Files.mismatch(before, after)).isEqualTo(-1);
            network.logits(images(type, BATCH), BATCH);
            network.logits(images(type, 1), 1);
            network.save(after);
            assertThat(Files.mismatch(before, after)).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void trainingGoesOnFromTheWeightsThatPredictionsReplaced(NetworkType<?> type) {
        try (NeuralNetwork only = trained(type);
                NeuralNetwork predicting = trained(type)) {
            predicting.logits(images(type, 1), 1);
            predicting.logits(images(type, BATCH), BATCH);

            step(only);
            step(predicting);

            for (Parameter parameter : type.parameters().tensors()) {
                assertThat(predicting.parameter(parameter.name()))
                        .as(parameter.name())
                        .isEqualTo(only.parameter(parameter.name()));
            }
            assertThat(predicting.logits(images(type, 1), 1)).isEqualTo(only.logits(images(type, 1), 1));
            assertThat(predicting.logits(images(type, BATCH), BATCH))
                    .isEqualTo(only.logits(images(type, BATCH), BATCH));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void batchSizesInAnyOrderAndOnManyThreadsGiveTheSameLogits(NetworkType<?> type) throws Exception {
        List<float[]> expected = new ArrayList<>();
        for (int batch = 1; batch <= BATCH; batch++) {
            try (NeuralNetwork network = trained(type)) {
                expected.add(network.logits(images(type, batch), batch));
            }
        }

        ExecutorService threads = Executors.newFixedThreadPool(BATCH);
        try (NeuralNetwork network = trained(type)) {
            List<Future<float[]>> found = IntStream.range(0, 3 * BATCH)
                    .map(i -> i % BATCH + 1)
                    .mapToObj(batch -> threads.submit(() -> network.logits(images(type, batch), batch)))
                    .toList();
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).get()).isEqualTo(expected.get(i % BATCH));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTensorWrittenAfterAPredictionCountsInTheNext() {
        NetworkType<?> type = ResNet18At96.TYPE;
        Parameter changed = type.parameters().parameters().get(0);
        float[] values = new float[changed.size()];
        Arrays.fill(values, 0.01f);
        try (ParameterMemory first = filled(type);
                ParameterMemory second = filled(type);
                Workspace predicted = KERNELS.workspace(first, type.programs(), 0);
                Workspace fresh = KERNELS.workspace(second, type.programs(), 0)) {
            predicted.reserve(Mode.INFERENCE, 1);
            fresh.reserve(Mode.INFERENCE, 1);
            logits(predicted, type);

            first.write(changed, values);
            second.write(changed, values);

            assertThat(logits(predicted, type)).isEqualTo(logits(fresh, type));
        }
    }

    @Test
    void allBindingsShareTheFormsOfWeights() {
        NetworkType<?> type = ResNet18At96.TYPE;
        try (ParameterMemory parameters = filled(type);
                Workspace first = KERNELS.workspace(parameters, type.programs(), 0);
                Workspace second = KERNELS.workspace(parameters, type.programs(), 0)) {
            first.reserve(Mode.INFERENCE, 1);
            second.reserve(Mode.INFERENCE, 1);
            logits(first, type);
            long before = NativeMemory.heldBytes();

            logits(second, type);

            assertThat(NativeMemory.heldBytes() - before)
                    .isLessThan(Float.BYTES * type.parameters().size() / 4);
        }
    }

    private static float[] logits(Workspace workspace, NetworkType<?> type) {
        float[] logits = new float[type.classes()];
        InferenceSession session = workspace.inference(1);
        session.load(images(type, 1));
        session.program().forward();
        session.logits(logits);
        return logits;
    }

    private static ParameterMemory filled(NetworkType<?> type) {
        ParameterMemory memory = KERNELS.allocate(type.parameters());
        Random random = new Random(5);
        for (Parameter parameter : type.parameters().tensors()) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.1f * random.nextFloat() + 0.01f;
            }
            memory.write(parameter, values);
        }
        return memory;
    }

    /** Loaded, with statistics that aren't 0 and 1. */
    private NeuralNetwork trained(NetworkType<?> type) {
        Path file = folder.resolve("trained.safetensors");
        if (!Files.exists(file)) {
            try (NeuralNetwork network = type.initialize(KERNELS, Initializer.PYTORCH, 3)) {
                step(network);
                network.save(file);
            }
        }
        return type.load(file, KERNELS);
    }

    private static void step(NeuralNetwork network) {
        try (TrainingSteps steps = network.steps(BATCH, new UpdateRule.GradientDescent(0, false), 1)) {
            steps.load(images(network.type(), BATCH), new int[BATCH]);
            steps.forward();
            steps.backward();
            steps.update(0.01);
        }
    }

    private static float[] images(NetworkType<?> type, int batch) {
        Random random = new Random(9);
        float[] images = new float[batch * type.images().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        return images;
    }
}
