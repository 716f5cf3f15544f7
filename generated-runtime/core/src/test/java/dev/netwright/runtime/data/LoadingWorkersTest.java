package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.augmentation.RandomErasing;
import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.picture.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads read what one reads, ahead of the caller and no further. The time limit is for a deadlock only. */
@Timeout(60)
class LoadingWorkersTest {
    private static final int SAMPLES = 53;
    private static final ImageFormat FORMAT = new ImageFormat(3, 12, 10);

    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reads = new AtomicInteger();

    /** A copy of a batch's content. */
    private record Kept(List<Float> images, List<Integer> labels) {
        static Kept of(Batch batch) {
            List<Float> images = new ArrayList<>();
            for (int i = 0; i < batch.size() * FORMAT.values(); i++) {
                images.add(batch.images()[i]);
            }
            return new Kept(
                    images,
                    Arrays.stream(batch.labels(), 0, batch.size()).boxed().toList());
        }
    }

    @Test
    void augmentedBatchesAreTheSameBitsWithAnyNumberOfThreadsFromAnyBatchOn() {
        ImageDataset images = augmented();
        for (int epoch : new int[] {0, 3}) {
            List<Kept> alone = kept(images, 1, epoch, 0);
            assertThat(alone).hasSize(8);
            for (int workers : new int[] {2, 4, 8}) {
                assertThat(kept(images, workers, epoch, 0)).isEqualTo(alone);
            }
            for (int first : new int[] {1, 4, 7}) {
                assertThat(kept(images, 4, epoch, first)).isEqualTo(alone.subList(first, 8));
            }
        }
        assertThat(kept(images, 1, 0, 0)).isNotEqualTo(kept(images, 1, 3, 0));
    }

    @Test
    void aSamplesChangesDependOnSeedEpochAndItsIndexAlone() {
        ImageDataset images = augmented();
        float[] one = new float[FORMAT.values()];
        float[] other = new float[FORMAT.values()];
        read(images, Loading.forTraining(7, 5), 2, 31, one);
        read(images, Loading.forTraining(20, 5).inOrder(), 2, 31, other);
        assertThat(other).as("the size and order of batches have no part in it").isEqualTo(one);
        read(images, Loading.forTraining(7, 6), 2, 31, other);
        assertThat(other).as("another seed").isNotEqualTo(one);
        read(images, Loading.forTraining(7, 5), 3, 31, other);
        assertThat(other).as("another epoch").isNotEqualTo(one);
    }

    @Test
    void evaluationReadsWithoutADraw() {
        ImageDataset images = augmented();
        float[] evaluated = new float[FORMAT.values()];
        float[] expected = new float[FORMAT.values()];
        read(images, Loading.forEvaluation(7), 2, 31, evaluated);
        images.read(31, expected, 0);
        assertThat(evaluated).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theFirstUnreadableSampleIsReported(int workers) {
        NumberedSamples samples = new NumberedSamples(60, index -> {
            if (index % 10 == 9) {
                pause(index);
                throw new IllegalStateException("sample " + index + " is damaged");
            }
        });
        try (BatchLoader loader =
                BatchLoader.open(samples, Loading.forEvaluation(32).workers(workers))) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            assertThatThrownBy(batches::next)
                    .isInstanceOf(DataLoadingException.class)
                    .hasMessageContaining("Sample 9, of batch 0")
                    .hasMessageContaining("sample 9 is damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void whileTheCallerHoldsABatchTheOthersOfTheRingAreFilledAndNoMore(int workers) throws InterruptedException {
        CountDownLatch ringIsRead = new CountDownLatch(BatchLoader.RING_SIZE * 4);
        NumberedSamples samples = new NumberedSamples(400, index -> {
            readers.add(Thread.currentThread());
            reads.incrementAndGet();
            ringIsRead.countDown();
        });
        try (BatchLoader loader =
                BatchLoader.open(samples, Loading.forEvaluation(4).workers(workers))) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            Batch held = batches.next();
            ringIsRead.await();
            awaitWaiting();
            assertThat(reads).hasValue(BatchLoader.RING_SIZE * 4);
            assertThat(NumberedSamples.indices(held)).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void aCallerWhoComesLateHasNotWaited() throws InterruptedException {
        CountDownLatch ringIsRead = new CountDownLatch(BatchLoader.RING_SIZE * 4);
        NumberedSamples samples = new NumberedSamples(400, index -> {
            readers.add(Thread.currentThread());
            ringIsRead.countDown();
        });
        try (BatchLoader loader =
                BatchLoader.open(samples, Loading.forEvaluation(4).workers(1))) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            ringIsRead.await();
            for (int batch = 0; batch < 20; batch++) {
                awaitWaiting();
                batches.next();
            }
            assertThat(loader.waitedNanos()).isZero();
        }
    }

    @Test
    void aCallerWhoIsBlockedHasWaited() {
        Thread caller = Thread.currentThread();
        NumberedSamples samples = new NumberedSamples(4, index -> awaitState(caller, Thread.State.WAITING));
        try (BatchLoader loader =
                BatchLoader.open(samples, Loading.forEvaluation(4).workers(2))) {
            loader.epoch(0).iterator().next();
            assertThat(loader.waitedNanos()).isPositive();
        }
    }

    @Test
    void closingEndsAllThreadsWithinTheSampleThatEachReads() throws InterruptedException {
        CountDownLatch allRead = new CountDownLatch(4);
        NumberedSamples samples = new NumberedSamples(400, index -> {
            readers.add(Thread.currentThread());
            reads.incrementAndGet();
            allRead.countDown();
            awaitInterrupt();
        });
        BatchLoader loader = BatchLoader.open(samples, Loading.forEvaluation(64).workers(4));
        assertThat(loader.epoch(0).iterator().hasNext()).isTrue();
        allRead.await();
        loader.close();
        assertThat(readers).hasSize(4).noneMatch(Thread::isAlive);
        assertThat(reads).as("no thread began another sample").hasValue(4);
    }

    @Test
    void noThreadIsLeftOfManyEpochs() {
        NumberedSamples samples = new NumberedSamples(20, index -> readers.add(Thread.currentThread()));
        try (BatchLoader loader =
                BatchLoader.open(samples, Loading.forTraining(3, 1).workers(3))) {
            for (int epoch = 0; epoch < 100; epoch++) {
                Iterator<Batch> batches = loader.epoch(epoch).iterator();
                for (int batch = 0; batch <= epoch % 7; batch++) {
                    batches.next();
                }
            }
        }
        assertThat(readers).hasSizeGreaterThanOrEqualTo(100).noneMatch(Thread::isAlive);
    }

    @Test
    void randomSizesThreadsAndPausesGiveEverySampleItsPlace() {
        Random random = new Random(42);
        for (int round = 0; round < 60; round++) {
            int size = 1 + random.nextInt(70);
            int batch = 1 + random.nextInt(20);
            int workers = 1 + random.nextInt(6);
            NumberedSamples samples = new NumberedSamples(size, this::pause);
            try (BatchLoader loader =
                    BatchLoader.open(samples, Loading.forEvaluation(batch).workers(workers))) {
                int first = random.nextInt(loader.batches() + 1);
                int expected = first * batch;
                for (Batch next : loader.epoch(round, first)) {
                    for (int index : NumberedSamples.indices(next)) {
                        assertThat(index).isEqualTo(expected);
                        expected++;
                    }
                }
                assertThat(expected).isEqualTo(first == loader.batches() ? first * batch : size);
            }
        }
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> Loading.forTraining(8, 1).workers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one thread that reads, found 0");
        assertThat(Loading.defaultWorkers()).isBetween(1, 4);
    }

    private ImageDataset augmented() {
        byte[][] pictures = new byte[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            pictures[i] = PilFixture.pixels(i, FORMAT.values());
        }
        return new MemoryImages(FORMAT, pictures)
                .augmented(
                        RandomCrop.of(FORMAT.height(), FORMAT.width()).padding(3),
                        HorizontalFlip.withProbability(0.5),
                        RandomRotation.degrees(15),
                        RandomErasing.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
    }

    private static List<Kept> kept(ImageDataset images, int workers, int epoch, int firstBatch) {
        List<Kept> kept = new ArrayList<>();
        try (BatchLoader loader =
                BatchLoader.open(images, Loading.forTraining(7, 5).workers(workers))) {
            loader.epoch(epoch, firstBatch).forEach(batch -> kept.add(Kept.of(batch)));
        }
        return kept;
    }

    /** Finds a sample among an epoch's batches. */
    private static void read(ImageDataset images, Loading loading, int epoch, int sample, float[] target) {
        EpochOrder order = loading.orders(images).apply(epoch);
        int position = 0;
        try (BatchLoader loader = BatchLoader.open(images, loading)) {
            for (Batch batch : loader.epoch(epoch)) {
                for (int place = 0; place < batch.size(); place++, position++) {
                    if (order.sample(position) == sample) {
                        System.arraycopy(batch.images(), place * target.length, target, 0, target.length);
                    }
                }
            }
        }
    }

    /** Threads come through in another order than they went in. */
    private void pause(int index) {
        LockSupport.parkNanos((index * 7919 % 13) * 20_000L);
    }

    private void awaitWaiting() {
        for (Thread thread : List.copyOf(readers)) {
            awaitState(thread, Thread.State.WAITING);
        }
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    private static void awaitInterrupt() {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
    }
}
