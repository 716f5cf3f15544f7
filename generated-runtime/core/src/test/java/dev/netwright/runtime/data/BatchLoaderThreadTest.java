package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loader's second thread: reading ahead, failing, stopping. The time limit is for a deadlock only. */
@Timeout(60)
class BatchLoaderThreadTest {
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void theBatchThatTheCallerHoldsIsNotTouchedWhileOthersAreReadAhead() throws InterruptedException {
        CountDownLatch twoMoreBatches = new CountDownLatch(12);
        NumberedSamples samples = new NumberedSamples(400, index -> twoMoreBatches.countDown());
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            Batch held = batches.next();
            twoMoreBatches.await();
            assertThat(NumberedSamples.indices(held)).containsExactly(0, 1, 2, 3);
            assertThat(NumberedSamples.indices(batches.next())).containsExactly(4, 5, 6, 7);
        }
    }

    @Test
    void aFailureReachesTheCallerAfterTheGoodBatchesWithItsCause() {
        IllegalStateException cause = new IllegalStateException("the disk is gone");
        NumberedSamples samples = new NumberedSamples(20, index -> {
            if (index == 9) {
                throw cause;
            }
        });
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            assertThat(NumberedSamples.indices(batches.next())).containsExactly(0, 1, 2, 3);
            assertThat(NumberedSamples.indices(batches.next())).containsExactly(4, 5, 6, 7);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(batches::next)
                        .isInstanceOf(DataLoadingException.class)
                        .hasMessageContaining("Sample 9, of batch 2")
                        .hasMessageContaining("the disk is gone")
                        .hasCause(cause);
            }
            assertThat(NumberedSamples.indices(loader.epoch(0, 3).iterator().next()))
                    .as("the next epoch is not affected")
                    .containsExactly(12, 13, 14, 15);
        }
    }

    @Test
    void anErrorReachesTheCallerToo() {
        NumberedSamples samples = new NumberedSamples(20, index -> {
            throw new StackOverflowError();
        });
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            assertThatThrownBy(() -> loader.epoch(0).iterator().next())
                    .isInstanceOf(DataLoadingException.class)
                    .hasCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void aDatasetThatInterruptsItsReaderEndsNothing() {
        NumberedSamples samples =
                new NumberedSamples(100, index -> Thread.currentThread().interrupt());
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            List<Integer> indices = new ArrayList<>();
            loader.epoch(0).forEach(batch -> indices.addAll(NumberedSamples.indices(batch)));
            assertThat(indices).hasSize(100).isSorted();
        }
    }

    @Test
    void aLabelWithoutAClassIsRefused() {
        Dataset faulty = new Dataset() {
            private final Dataset good = new NumberedSamples(6);

            @Override
            public int size() {
                return good.size();
            }

            @Override
            public ImageFormat format() {
                return good.format();
            }

            @Override
            public List<String> labels() {
                return good.labels();
            }

            @Override
            public int label(int index) {
                return index;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                good.read(index, target, offset);
            }
        };
        try (BatchLoader loader = BatchLoader.sequential(faulty, 6)) {
            assertThatThrownBy(() -> loader.epoch(0).iterator().next())
                    .isInstanceOf(DataLoadingException.class)
                    .hasMessageContaining("Sample 5")
                    .hasMessageContaining("label is 5, but the dataset has the labels 0 to 4");
        }
    }

    @Test
    void closingInTheMiddleOfAnEpochEndsTheThread() {
        BatchLoader loader = BatchLoader.shuffled(recordingItsThread(), 4, 1);
        Iterator<Batch> batches = loader.epoch(0).iterator();
        batches.next();
        assertThat(readerThread().isDaemon()).isTrue();
        assertThat(readerThread().getName()).startsWith("netwright-batch-loader-");
        loader.close();
        assertThat(readerThread().isAlive()).isFalse();
        assertThatThrownBy(batches::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> loader.epoch(1).iterator())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        loader.close();
    }

    @Test
    void closingInterruptsAReadThatWaits() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        NumberedSamples samples = new NumberedSamples(10, index -> {
            reader.set(Thread.currentThread());
            reading.countDown();
            await(gate);
        });
        BatchLoader loader = BatchLoader.sequential(samples, 4);
        assertThat(loader.epoch(0).iterator().hasNext()).isTrue();
        reading.await();
        loader.close();
        assertThat(readerThread().isAlive()).isFalse();
    }

    @Test
    void closingReleasesACallerThatWaits() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        NumberedSamples samples = new NumberedSamples(10, index -> {
            reading.countDown();
            await(gate);
        });
        BatchLoader loader = BatchLoader.sequential(samples, 4);
        CompletableFuture<Batch> caller =
                CompletableFuture.supplyAsync(() -> loader.epoch(0).iterator().next());
        reading.await();
        loader.close();
        assertThatThrownBy(caller::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherEpochEndsTheOneThatIsRead() {
        try (BatchLoader loader = BatchLoader.sequential(recordingItsThread(), 4)) {
            Iterator<Batch> first = loader.epoch(0).iterator();
            first.next();
            Thread firstReader = readerThread();
            List<Integer> second = new ArrayList<>();
            for (Batch batch : loader.epoch(1)) {
                second.addAll(NumberedSamples.indices(batch));
                assertThat(firstReader.isAlive()).isFalse();
            }
            assertThat(second).hasSize(1000).isSorted();
            assertThatThrownBy(first::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("began another");
        }
    }

    @Test
    void anInterruptedCallerStopsWaitingAndStaysInterrupted() {
        NumberedSamples samples = new NumberedSamples(10, index -> await(gate));
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            Thread.currentThread().interrupt();
            assertThatThrownBy(batches::next).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            gate.countDown();
            assertThat(NumberedSamples.indices(batches.next()))
                    .as("nothing was lost")
                    .containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void anInterruptedCallerCanClose() {
        BatchLoader loader = BatchLoader.sequential(recordingItsThread(), 4);
        loader.epoch(0).iterator().next();
        Thread.currentThread().interrupt();
        loader.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(readerThread().isAlive()).isFalse();
    }

    private Thread readerThread() {
        return Objects.requireNonNull(reader.get(), "no sample has been read");
    }

    private NumberedSamples recordingItsThread() {
        return new NumberedSamples(1000, index -> reader.set(Thread.currentThread()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
