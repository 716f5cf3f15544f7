package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedImagesTest {
    private static final int SIZE = 40;

    private final AtomicInteger decoded = new AtomicInteger();
    private final Pictures pictures = new Pictures() {
        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public List<String> labels() {
            return List.of("even", "odd");
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public void decode(int index, Canvas canvas) {
            decoded.incrementAndGet();
            canvas.take(PilFixture.pixels(index, 3 * 11 * (9 + index % 4)), 3, 11, 9 + index % 4);
        }
    };

    @Test
    void nothingIsDecodedTwice() {
        ImageDataset cached = pictures.resize(8).cached();
        List<List<Float>> first = values(cached);
        assertThat(decoded).hasValue(SIZE);
        assertThat(values(cached)).isEqualTo(first);
        assertThat(decoded).hasValue(SIZE);
        assertThat(first).isEqualTo(values(pictures.resize(8)));
    }

    @Test
    void whatComesBehindACacheIsDoneForEachReading() {
        ImageDataset cached = pictures.resize(8)
                .cached()
                .augmented(RandomCrop.of(6), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
        ImageDataset direct = pictures.resize(8)
                .augmented(RandomCrop.of(6), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.IMAGENET);
        try (BatchLoader fromCache = BatchLoader.shuffled(cached, 16, 1);
                BatchLoader decoding = BatchLoader.shuffled(direct, 16, 1)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(values(fromCache, epoch)).isEqualTo(values(decoding, epoch));
            }
        }
        assertThat(decoded).hasValue(SIZE + 3 * SIZE);
        assertThat(cached.preprocessing()).isEqualTo(direct.preprocessing());
    }

    @Test
    void normalizationBeforeACacheIsKept() {
        ImageDataset cached =
                pictures.resize(8).normalized(Normalization.IMAGENET).cached();
        assertThat(values(cached)).isEqualTo(values(pictures.resize(8).normalized(Normalization.IMAGENET)));
        assertThat(cached.preprocessing())
                .isEqualTo(pictures.resize(8).normalized(Normalization.IMAGENET).preprocessing());
    }

    @Test
    void severalThreadsFillItWithTheSameBytes() {
        List<byte[]> expected = IntStream.range(0, SIZE)
                .mapToObj(index -> pixels(pictures.resize(8), index))
                .toList();
        for (int round = 0; round < 20; round++) {
            ImageDataset cached = pictures.resize(8).cached();
            List<byte[]> together = IntStream.range(0, 8 * SIZE)
                    .parallel()
                    .mapToObj(index -> pixels(cached, index % SIZE))
                    .toList();
            for (int index = 0; index < 8 * SIZE; index++) {
                assertThat(together.get(index)).isEqualTo(expected.get(index % SIZE));
            }
        }
    }

    @Test
    void theCallersArrayIsNotTheCaches() {
        ImageDataset cached = pictures.resize(8).cached();
        byte[] first = pixels(cached, 3);
        byte[] kept = first.clone();
        Arrays.fill(first, (byte) 0);
        Canvas canvas = new Canvas();
        cached.decode(3, canvas);
        Arrays.fill(canvas.pixels(), (byte) 0);
        assertThat(pixels(cached, 3)).isEqualTo(kept);
    }

    @Test
    void picturesThatDoNotFitAreRejectedWithAFix() {
        ImageDataset resized = pictures.resize(100);
        long needed = SIZE * (3 * 100 * 100 + 24L);
        assertThat(resized.cached(needed).size()).isEqualTo(SIZE);
        assertThatThrownBy(() -> resized.cached(needed - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40 pictures of 3x100x100 take 2 MiB in the Java heap, expected at most 2 MiB")
                .hasMessageContaining("-Xmx");
        assertThatThrownBy(() -> pictures.resize(9_000).cached())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3x9000x9000")
                .hasMessageContaining("read them without cached()");
        assertThat(decoded).hasValue(0);
    }

    @Test
    void randomChangesAreNotKept() {
        assertThatThrownBy(() -> pictures.augmented(RandomCrop.of(4)).cached())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RandomCrop.of(4, 4)")
                .hasMessageContaining("call cached() before augmented");
    }

    @Test
    void aFailureIsNotKept() {
        AtomicInteger attempts = new AtomicInteger();
        ImageDataset failing = new Failing(pictures.resize(8), attempts);
        ImageDataset cached = failing.cached();
        assertThatThrownBy(() -> pixels(cached, 5)).hasMessage("the disk is busy");
        assertThat(pixels(cached, 5)).isEqualTo(pixels(pictures.resize(8), 5));
    }

    /** The first attempt fails. */
    private record Failing(ImageDataset source, AtomicInteger attempts) implements ImageDataset {
        @Override
        public int size() {
            return source.size();
        }

        @Override
        public ImageFormat format() {
            return source.format();
        }

        @Override
        public List<String> labels() {
            return source.labels();
        }

        @Override
        public int label(int index) {
            return source.label(index);
        }

        @Override
        public void read(int index, float[] target, int offset) {
            source.read(index, target, offset);
        }

        @Override
        public void readPixels(int index, byte[] target, int offset) {
            if (attempts.getAndIncrement() == 0) {
                throw new IllegalStateException("the disk is busy");
            }
            source.readPixels(index, target, offset);
        }
    }

    private static List<List<Float>> values(ImageDataset images) {
        try (BatchLoader loader = BatchLoader.sequential(images, 16)) {
            return values(loader, 0);
        }
    }

    private static List<List<Float>> values(BatchLoader loader, int epoch) {
        List<List<Float>> batches = new ArrayList<>();
        for (Batch batch : loader.epoch(epoch)) {
            List<Float> values = new ArrayList<>();
            for (int i = 0; i < batch.size() * (batch.images().length / 16); i++) {
                values.add(batch.images()[i]);
            }
            batches.add(values);
        }
        return batches;
    }

    private static byte[] pixels(ImageDataset images, int index) {
        byte[] pixels = new byte[images.format().values()];
        images.readPixels(index, pixels, 0);
        return pixels;
    }
}
