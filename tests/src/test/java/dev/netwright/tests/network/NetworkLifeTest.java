package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.nd4j.Nd4jKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads, and the end. */
class NetworkLifeTest {
    private static final int THREADS = 4;
    private static final ImageDataset PICTURES = FashionMnist.bundledTest().first(20);

    @Test
    void severalThreadsGetTheAnswersOfOne() throws InterruptedException, ExecutionException {
        try (LeNet28 network = trained()) {
            List<List<Prediction>> expected = predictAll(network);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<List<List<Prediction>>>> answers = new ArrayList<>();
                for (int i = 0; i < 3 * THREADS; i++) {
                    answers.add(threads.submit(() -> predictAll(network)));
                }
                for (Future<List<List<Prediction>>> answer : answers) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void aNetworkItemizesWhatABatchTakes() {
        Training onNd4j = Networks.training().kernels(Nd4jKernelSet.create());
        try (LeNet28 network = LeNet28.train(Networks.images(LeNet28.TYPE, 64), onNd4j)) {
            BoundBytes training = network.boundBytes(Mode.TRAINING, 32);
            assertThat(training.total()).isEqualTo(planned(Mode.TRAINING, 32));
            // Images, log-probabilities, and labels as one number for each class; the patches of the first convolution
            // and their products with gradients.
            assertThat(training.hostFacing()).isEqualTo(Float.BYTES * 32 * (28 * 28 + 10 + 10));
            assertThat(training.scratch()).isEqualTo(Float.BYTES * 32 * 25 * (28 * 28 + 6));
            BoundBytes inference = network.boundBytes(Mode.INFERENCE, 1);
            assertThat(inference.total()).isEqualTo(planned(Mode.INFERENCE, 1));
            assertThat(inference.scratch()).isZero();
        }
    }

    private static long planned(Mode mode, int batch) {
        return Nd4jKernelSet.create()
                .plannedBytes(LeNet28.TYPE.parameters(), LeNet28.TYPE.programs(), mode, batch)
                .binding();
    }

    @Test
    void predictionsComeInOrderAndSumToOne() {
        try (LeNet28 network = trained()) {
            for (List<Prediction> ranked : predictAll(network)) {
                assertThat(ranked)
                        .hasSize(10)
                        .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
                assertThat(ranked.stream().mapToDouble(Prediction::probability).sum())
                        .isBetween(1 - 1e-12, 1 + 1e-12);
                assertThat(ranked)
                        .allSatisfy(one -> assertThat(one.label())
                                .isEqualTo(FashionMnist.labels().get(one.index())));
            }
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        LeNet28 network = trained();
        network.close();
        assertThatCode(network::close).doesNotThrowAnyException();
    }

    @Test
    void aClosedNetworkRefusesEveryCall(@TempDir Path directory) {
        LeNet28 network = trained();
        network.close();
        assertClosed(() -> network.predict(PICTURES.picture(0)));
        assertClosed(() -> network.evaluate(PICTURES));
        assertClosed(() -> network.parameter("c1.weight"));
        assertClosed(() -> network.save(directory.resolve("closed.safetensors")));
        assertThat(directory).isEmptyDirectory();
    }

    /** Were memory freed under a running prediction, the JVM would end; here each answers rightly or is refused. */
    @Test
    void closingWaitsForRunningPredictions() throws InterruptedException, ExecutionException {
        LeNet28 network = trained();
        List<Prediction> expected = network.predict(PICTURES.picture(0));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> answered = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                answered.add(threads.submit(() -> predictUntilClosed(network, expected)));
            }
            network.predict(PICTURES.picture(1));
            network.close();
            for (Future<Integer> count : answered) {
                assertThat(count.get()).isNotNegative();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int predictUntilClosed(LeNet28 network, List<Prediction> expected) {
        for (int answered = 0; ; answered++) {
            try {
                assertThat(network.predict(PICTURES.picture(0))).isEqualTo(expected);
            } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageContaining("is closed");
                return answered;
            }
        }
    }

    private static void assertClosed(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(LeNet28.TYPE.name() + " is closed; use it before close(), or load it again");
    }

    private static List<List<Prediction>> predictAll(LeNet28 network) {
        return IntStream.range(0, PICTURES.size())
                .mapToObj(index -> network.predict(PICTURES.picture(index)))
                .toList();
    }

    private static LeNet28 trained() {
        return LeNet28.train(Networks.images(LeNet28.TYPE, 64), Networks.training());
    }
}
