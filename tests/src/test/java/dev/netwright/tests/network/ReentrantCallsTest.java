package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.DataLoadingException;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.TrainingListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a data set or a listener calls while it is called: answered or refused, never waited for by itself. */
@Timeout(60)
class ReentrantCallsTest {
    private static final String WITHIN =
            LeNet28.TYPE.name() + " can't be closed within one of its own calls, such as by a"
                    + " data set that it is reading; close it when the call has returned";

    @Test
    void aDataSetThatClosesTheNetworkThatReadsItIsAnError() {
        try (NeuralNetwork network = network()) {
            Dataset closing = new Calling(network::close);
            assertThatThrownBy(() -> network.evaluate(closing))
                    .isInstanceOf(DataLoadingException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(WITHIN);
            // It is as it was.
            assertThat(network.evaluate(new Calling(() -> {})).images()).isEqualTo(Calling.SIZE);
        }
    }

    @Test
    void aDataSetMayAskTheNetworkThatReadsIt() {
        try (NeuralNetwork network = network()) {
            float[] image = new float[LeNet28.TYPE.images().size()];
            assertThat(network.evaluate(new Calling(() -> network.logits(image, 1)))
                            .images())
                    .isEqualTo(Calling.SIZE);
        }
    }

    /** The data set's question would wait for the end, the end for the evaluation, and that for the data set. */
    @Test
    void aDataSetThatAsksTheNetworkWhileAnotherThreadClosesItIsAnError() throws Exception {
        NeuralNetwork network = network();
        float[] image = new float[LeNet28.TYPE.images().size()];
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Dataset asking = new Calling(() -> {
            reading.countDown();
            await(closing);
            untilRefused(() -> network.logits(image, 1));
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> evaluation = threads.submit(() -> network.evaluate(asking));
            await(reading);
            Future<?> end = threads.submit(() -> {
                closing.countDown();
                network.close();
            });
            assertThatThrownBy(evaluation::get)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasStackTraceContaining(LeNet28.TYPE.name() + " is closed; use it before close()");
            end.get();
        } finally {
            threads.shutdown();
        }
    }

    /** The call that a thread was begun in has returned: it is a thread like any other. */
    @Test
    void aThreadThatOutlivesTheCallThatBeganItMayClose() throws Exception {
        NeuralNetwork network = network();
        AtomicReference<ExecutorService> begun = new AtomicReference<>();
        network.evaluate(new Calling(() -> {
            if (begun.get() == null) {
                ExecutorService thread = Executors.newSingleThreadExecutor();
                thread.execute(() -> {});
                begun.set(thread);
            }
        }));
        ExecutorService outliving = Objects.requireNonNull(begun.get());
        outliving.submit(network::close).get();
        outliving.shutdown();
        assertThatThrownBy(() -> network.logits(new float[LeNet28.TYPE.images().size()], 1))
                .hasMessageContaining("is closed");
    }

    @Test
    void aDataSetThatClosesTheLoaderThatReadsItIsAnError() {
        AtomicReference<BatchLoader> loader = new AtomicReference<>();
        Dataset closing = new Calling(() -> Objects.requireNonNull(loader.get()).close());
        BatchLoader opened = BatchLoader.sequential(closing, 2);
        loader.set(opened);
        assertThatThrownBy(() -> opened.epoch(0).iterator().next())
                .isInstanceOf(DataLoadingException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a dataset can't close the loader that reads it or start another epoch of it; do so on the"
                        + " thread that takes the batches");
        opened.close();
    }

    /** Another run, and a save of another network, are calls like any others. */
    @Test
    void aListenerMayTrainAndSaveAndCloseAnotherNetwork(@TempDir java.nio.file.Path folder) {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(EpochEnd epoch) {
                try (NeuralNetwork inner = LeNet28.train(new Calling(() -> {}), Networks.training())) {
                    inner.save(folder.resolve("inner.safetensors"));
                }
            }
        };
        LeNet28.train(new Calling(() -> {}), Networks.training().listener(listener))
                .close();
        assertThat(folder.resolve("inner.safetensors")).exists();
    }

    private static NeuralNetwork network() {
        return LeNet28.TYPE.initialize(KernelSets.preferred(), Initializer.PYTORCH, 0);
    }

    private static void untilRefused(Runnable call) {
        while (true) {
            call.run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A few images, each of which is read with a call. */
    private record Calling(Runnable call) implements Dataset {
        static final int SIZE = 6;

        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public ImageFormat format() {
            return new ImageFormat(1, 28, 28);
        }

        @Override
        public List<String> labels() {
            return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        }

        @Override
        public int label(int index) {
            return index;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            call.run();
        }
    }
}
