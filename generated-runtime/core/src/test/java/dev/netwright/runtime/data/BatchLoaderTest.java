package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import dev.netwright.runtime.source.FashionMnist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
    @Test
    void sequentialBatchesComeInOrderAndTheTailIsKept() {
        try (BatchLoader loader = BatchLoader.sequential(new NumberedSamples(10), 4)) {
            assertThat(loader.batches()).isEqualTo(3);
            assertThat(read(loader.epoch(0))).containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9));
        }
    }

    @Test
    void theTailIsDroppedOnRequest() {
        try (BatchLoader loader = BatchLoader.open(
                new NumberedSamples(10), Loading.forEvaluation(4).tail(BatchLoader.Tail.DROP))) {
            assertThat(loader.batches()).isEqualTo(2);
            assertThat(read(loader.epoch(0))).containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7));
        }
    }

    @Test
    void aBatchMayBeLargerThanTheDataset() {
        try (BatchLoader loader = BatchLoader.sequential(new NumberedSamples(3), Integer.MAX_VALUE)) {
            assertThat(read(loader.epoch(0))).containsExactly(List.of(0, 1, 2));
        }
    }

    @Test
    void aBatchOfMoreValuesThanAnArrayHoldsIsRefusedBeforeItIsAllocated() {
        Dataset large = new Dataset() {
            @Override
            public int size() {
                return 10;
            }

            @Override
            public ImageFormat format() {
                return new ImageFormat(3, 10_000, 10_000);
            }

            @Override
            public List<String> labels() {
                return List.of("one");
            }

            @Override
            public int label(int index) {
                return 0;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                throw new IllegalStateException("nothing is read");
            }
        };
        assertThatThrownBy(() -> BatchLoader.sequential(large, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A batch of 8 pictures of 3x10000x10000 is more than a Java array can hold; choose a batch of"
                                + " at most 7");
    }

    @Test
    void everyTailHasItsSamples() {
        for (int size = 1; size <= 13; size++) {
            try (BatchLoader loader = BatchLoader.sequential(new NumberedSamples(size), 5)) {
                List<Integer> all =
                        read(loader.epoch(0)).stream().flatMap(List::stream).toList();
                assertThat(all).isEqualTo(IntStream.range(0, size).boxed().toList());
            }
        }
    }

    @Test
    void aShuffleDependsOnSeedAndEpochAlone() {
        NumberedSamples samples = new NumberedSamples(100);
        try (BatchLoader loader = BatchLoader.shuffled(samples, 8, 5);
                BatchLoader another = BatchLoader.shuffled(samples, 30, 5)) {
            for (int epoch : new int[] {0, 7, 1}) {
                List<Integer> order = flat(loader.epoch(epoch));
                int[] permutation = CounterRandom.seeded(5).permutation(RandomStream.SHUFFLE, epoch, 100);
                assertThat(order).isEqualTo(IntStream.of(permutation).boxed().toList());
                assertThat(flat(another.epoch(epoch))).isEqualTo(order);
            }
            assertThat(flat(loader.epoch(0))).isNotEqualTo(flat(loader.epoch(1)));
        }
        try (BatchLoader first = BatchLoader.shuffled(samples, 8, 5);
                BatchLoader second = BatchLoader.shuffled(samples, 8, 6)) {
            assertThat(flat(first.epoch(0))).isNotEqualTo(flat(second.epoch(0)));
        }
    }

    @Test
    void aShuffleWithoutItsTailLeavesOutItsLastSamples() {
        try (BatchLoader loader = BatchLoader.open(
                new NumberedSamples(10), Loading.forTraining(4, 1).tail(BatchLoader.Tail.DROP))) {
            int[] permutation = CounterRandom.seeded(1).permutation(RandomStream.SHUFFLE, 3, 10);
            assertThat(flat(loader.epoch(3)))
                    .isEqualTo(IntStream.of(permutation).limit(8).boxed().toList());
        }
    }

    @Test
    void anEpochCanBeTakenUpAtAnyBatch() {
        try (BatchLoader loader = BatchLoader.shuffled(new NumberedSamples(50), 7, 3)) {
            List<List<Integer>> whole = read(loader.epoch(2));
            for (int first = 0; first <= 8; first++) {
                assertThat(read(loader.epoch(2, first))).isEqualTo(whole.subList(first, 8));
            }
        }
    }

    @Test
    void theSameEpochCanBeIteratedTwice() {
        try (BatchLoader loader = BatchLoader.shuffled(new NumberedSamples(20), 3, 9)) {
            Iterable<Batch> epoch = loader.epoch(4);
            assertThat(read(epoch)).isEqualTo(read(epoch));
        }
    }

    @Test
    void threeBatchesAreReusedForever() {
        Set<Batch> batches = Collections.newSetFromMap(new IdentityHashMap<>());
        try (BatchLoader loader = BatchLoader.shuffled(new NumberedSamples(100), 3, 9)) {
            for (int epoch = 0; epoch < 5; epoch++) {
                loader.epoch(epoch).forEach(batches::add);
            }
        }
        assertThat(batches).hasSize(3);
    }

    @Test
    void picturesArriveAsTheDatasetReadsThem() {
        ImageDataset dataset = FashionMnist.bundledTest().first(70).resize(40);
        float[] expected = new float[40 * 40];
        int index = 0;
        try (BatchLoader loader = BatchLoader.sequential(dataset, 32)) {
            for (Batch batch : loader.epoch(0)) {
                for (int i = 0; i < batch.size(); i++, index++) {
                    dataset.read(index, expected, 0);
                    assertThat(Arrays.mismatch(batch.images(), i * 1600, (i + 1) * 1600, expected, 0, 1600))
                            .isEqualTo(-1);
                    assertThat(batch.labels()[i]).isEqualTo(dataset.label(index));
                }
            }
        }
        assertThat(index).isEqualTo(70);
    }

    @Test
    void pastTheEndThereIsNothing() {
        try (BatchLoader loader = BatchLoader.sequential(new NumberedSamples(1), 1)) {
            Iterator<Batch> batches = loader.epoch(0).iterator();
            batches.next();
            assertThat(batches.hasNext()).isFalse();
            assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void impossibleArgumentsAreRefused() {
        NumberedSamples samples = new NumberedSamples(10);
        assertThatThrownBy(() -> BatchLoader.sequential(samples, 0).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one sample in a batch, found 0");
        assertThatThrownBy(() -> BatchLoader.open(
                                samples, Loading.forTraining(11, 1).tail(BatchLoader.Tail.DROP))
                        .close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 samples has no full batch of 11");
        try (BatchLoader loader = BatchLoader.sequential(samples, 4)) {
            for (int first : new int[] {-1, 4}) {
                assertThatThrownBy(() -> loader.epoch(0, first))
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessageContaining("3 batches, found " + first);
            }
        }
    }

    private static List<Integer> flat(Iterable<Batch> epoch) {
        return read(epoch).stream().flatMap(List::stream).toList();
    }

    private static List<List<Integer>> read(Iterable<Batch> epoch) {
        List<List<Integer>> batches = new ArrayList<>();
        for (Batch batch : epoch) {
            batches.add(NumberedSamples.indices(batch));
        }
        return batches;
    }
}
