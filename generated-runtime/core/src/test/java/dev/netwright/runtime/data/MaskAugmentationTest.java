package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandAugment;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.augmentation.RandomErasing;
import dev.netwright.runtime.augmentation.RandomResizedCrop;
import dev.netwright.runtime.augmentation.RandomRotation;
import dev.netwright.runtime.augmentation.ScaleJitter;
import dev.netwright.runtime.augmentation.TrivialAugment;
import dev.netwright.runtime.augmentation.VerticalFlip;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.source.ArrayDataset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks move with their pictures. */
class MaskAugmentationTest {
    private static final int SIDE = 12;

    /** Each pixel has another class, which is also its value; 0 would be the value of the padding. */
    private static ImageDataset numbered() {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }
        List<String> labels = IntStream.rangeClosed(0, SIDE * SIDE)
                .mapToObj(Integer::toString)
                .toList();
        return ArrayDataset.ofBytes(new ImageFormat(1, SIDE, SIDE), pixels, new byte[][] {pixels.clone()}, labels);
    }

    /** White below a line, and black above. */
    private static ImageDataset halves() {
        byte[] pixels = new byte[SIDE * SIDE];
        byte[] mask = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            boolean isBelow = i / SIDE + i % SIDE / 4 > SIDE / 2;
            pixels[i] = isBelow ? (byte) 255 : 0;
            mask[i] = isBelow ? (byte) 1 : 0;
        }
        return ArrayDataset.ofBytes(
                new ImageFormat(1, SIDE, SIDE), pixels, new byte[][] {mask}, List.of("above", "below"));
    }

    static Stream<List<Augmentation>> moving() {
        return Stream.of(
                List.of(HorizontalFlip.withProbability(0.5)),
                List.of(VerticalFlip.withProbability(0.5), HorizontalFlip.withProbability(0.5)),
                List.of(RandomCrop.of(7, 9)),
                List.of(RandomCrop.of(SIDE).padding(4), HorizontalFlip.withProbability(0.5)),
                List.of(Augmentation.of(RandomCrop.of(8), VerticalFlip.withProbability(0.5))));
    }

    @ParameterizedTest
    @MethodSource("moving")
    void eachPixelKeepsItsClassAndPaddingHasNone(List<Augmentation> augmentations) {
        ImageDataset moved = numbered().augmented(augmentations.toArray(Augmentation[]::new));
        boolean hasMoved = false;
        for (int epoch = 0; epoch < 20; epoch++) {
            float[] values = values(moved, epoch);
            float[] target = target(moved, epoch);
            for (int i = 0; i < target.length; i++) {
                int value = Math.round(values[i] * 255);
                assertThat(target[i]).isEqualTo(value == 0 ? Target.PerPixel.IGNORED : value);
            }
            hasMoved |= target[0] != 1;
        }
        assertThat(hasMoved).isTrue();
        float[] evaluated = new float[moved.target().values()];
        moved.readTarget(0, evaluated, 0);
        float[] seen = new float[moved.format().values()];
        moved.read(0, seen, 0);
        assertThat(evaluated[0]).isEqualTo(Math.round(seen[0] * 255));
    }

    static Stream<Augmentation> resizing() {
        return Stream.of(
                RandomResizedCrop.of(9),
                RandomRotation.degrees(40),
                RandomRotation.degrees(90, 90),
                Augmentation.of(ScaleJitter.shorterSide(13, 20), RandomCrop.of(12)));
    }

    /** Bilinear values lie between those of neighbours; far from the line, they say on which side of it a pixel is. */
    @ParameterizedTest
    @MethodSource("resizing")
    void aMaskIsResizedAndRotatedAsItsPicture(Augmentation augmentation) {
        ImageDataset moved = halves().augmented(augmentation);
        int compared = 0;
        for (int epoch = 0; epoch < 20; epoch++) {
            float[] values = values(moved, epoch);
            float[] target = target(moved, epoch);
            for (int i = 0; i < target.length; i++) {
                assertThat(target[i]).isBetween(-1f, 1f);
                if (values[i] == 1) {
                    assertThat(target[i]).isEqualTo(1);
                    compared++;
                } else if (values[i] == 0) {
                    assertThat(target[i]).isLessThan(1);
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void whatIsErasedKeepsItsClass() {
        ImageDataset erased = numbered().augmented(RandomErasing.withProbability(1));
        float[] target = target(erased, 3);
        for (int i = 0; i < target.length; i++) {
            assertThat(target[i]).isEqualTo(i + 1);
        }
        assertThat(values(erased, 3)).contains(0);
    }

    static Stream<Augmentation> unsuitable() {
        return Stream.of(
                RandAugment.of(2, 9),
                TrivialAugment.wide(),
                Augmentation.of(HorizontalFlip.withProbability(0.5), RandAugment.of(2, 9)),
                new Augmentation() {});
    }

    @ParameterizedTest
    @MethodSource("unsuitable")
    void anAugmentationThatCannotMoveAMaskIsRefused(Augmentation augmentation) {
        assertThatThrownBy(() -> numbered().augmented(augmentation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't change a picture's mask with it; leave it out");
    }

    @Test
    void batchesHaveTheMasksOfTheirEpoch() {
        ImageDataset moved = numbered().augmented(RandomCrop.of(5));
        try (BatchLoader loader = BatchLoader.shuffled(moved, 1, 3)) {
            for (int epoch = 0; epoch < 5; epoch++) {
                Batch batch = loader.epoch(epoch).iterator().next();
                for (int i = 0; i < 25; i++) {
                    assertThat(batch.targets()[i]).isEqualTo(Math.round(batch.images()[i] * 255));
                }
            }
        }
    }

    @Test
    void aClassThatDoesNotExistIsRefusedWhenItIsRead() {
        byte[] mask = new byte[SIDE * SIDE];
        mask[SIDE + 2] = 2;
        assertThatThrownBy(() -> ArrayDataset.ofBytes(
                        new ImageFormat(1, SIDE, SIDE), new byte[SIDE * SIDE], new byte[][] {mask}, List.of("a", "b")))
                .hasMessageContaining("row 1, column 2 of picture 0 must be in [0, 2), or 255 for none, found 2");
        assertThatThrownBy(() -> ArrayDataset.ofBytes(
                        new ImageFormat(1, SIDE, SIDE),
                        new byte[SIDE * SIDE],
                        new byte[][] {new byte[7]},
                        List.of("a", "b")))
                .hasMessageContaining("must have a class for each of 12x12 pixels, found 7");
    }

    @Test
    void aDelayedResizeOfAMaskIsThatOfItsParts() {
        Canvas whole = Canvas.ofMask();
        byte[] strip = whole.begin(1, 1, 6_000);
        for (int x = 0; x < 6_000; x++) {
            strip[x] = (byte) (x % 200);
        }
        whole.resize(3_000, 9_000);
        whole.crop(1_234, 5_001, 1, 3);
        assertThat(whole.pixels()).startsWith((byte) (3_334 % 200), (byte) (3_335 % 200), (byte) (3_335 % 200));
    }

    private static float[] values(Dataset data, int epoch) {
        float[] values = new float[data.format().values()];
        data.read(0, Draw.of(7, epoch, 0), values, 0);
        return values;
    }

    private static float[] target(Dataset data, int epoch) {
        float[] target = new float[data.target().values()];
        data.readTarget(0, Draw.of(7, epoch, 0), target, 0);
        return target;
    }
}
