package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What mixing makes of images whose every value says from which image and place it comes. */
class BatchMixingTest {
    private static final int COUNT = 4;
    private static final int CLASSES = 3;
    private static final Shape IMAGE = Shape.image(2, 5, 7);
    private static final int[] LABELS = {0, 1, 1, 2};
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final OptionalDouble ONE = OptionalDouble.of(1);

    private static float[] images() {
        float[] images = new float[COUNT * IMAGE.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = 1000 * (i / IMAGE.size()) + i % IMAGE.size();
        }
        return images;
    }

    /** Images and targets of a batch after mixing. */
    private static final class Mixed {
        private final float[] images;
        private final float[] targets;

        private Mixed(float[] images, float[] targets) {
            this.images = images;
            this.targets = targets;
        }

        static Mixed of(long seed, OptionalDouble mixUp, OptionalDouble cutMix, int number) {
            float[] images = images();
            BatchMixing mixing =
                    BatchMixing.of(seed, mixUp, cutMix, IMAGE, CLASSES).orElseThrow();
            float[] targets = mixing.mix(images, LABELS, COUNT, number).clone();
            return new Mixed(images, targets);
        }

        /** The share of the second image's own class is also its partner's, of which the first has class 0. */
        double share() {
            return targets[CLASSES + 1];
        }

        boolean isCut() {
            for (int i = 0; i < IMAGE.size(); i++) {
                if (images[i] != images()[i] && images[i] != images()[3 * IMAGE.size() + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void mixupBlendsEachImageAndItsClassWithTheOneBefore() {
        Set<Double> shares = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            Mixed mixed = Mixed.of(1, ONE, NONE, number);
            double share = mixed.share();
            shares.add(share);
            for (int i = 0; i < COUNT; i++) {
                int partner = (i + COUNT - 1) % COUNT;
                for (int place = 0; place < IMAGE.size(); place++) {
                    double expected = share * (1000 * i + place) + (1 - share) * (1000 * partner + place);
                    assertThat((double) mixed.images[i * IMAGE.size() + place])
                            .as("image %d, place %d", i, place)
                            .isCloseTo(expected, within(1e-3));
                }
            }
            assertThat(mixed.targets).hasSize(COUNT * CLASSES);
            float own = (float) share;
            assertThat(mixed.targets)
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(own, 0, 1 - own, 1 - own, own, 0, 0, 1, 0, 0, 1 - own, own);
        }
        assertThat(shares).as("each batch has its own share").hasSize(20);
    }

    @Test
    void cutMixReplacesARectangleAndSharesClassesByItsPixels() {
        Set<Double> shares = new HashSet<>();
        for (int number = 0; number < 40; number++) {
            Mixed mixed = Mixed.of(1, NONE, ONE, number);
            boolean[] isReplaced = new boolean[IMAGE.size()];
            for (int i = 0; i < COUNT; i++) {
                int partner = (i + COUNT - 1) % COUNT;
                for (int place = 0; place < IMAGE.size(); place++) {
                    float value = mixed.images[i * IMAGE.size() + place];
                    assertThat(value).isIn(1000f * i + place, 1000f * partner + place);
                    boolean isOther = value == 1000f * partner + place;
                    assertThat(i > 0 && isOther != isReplaced[place])
                            .as("one rectangle for all")
                            .isFalse();
                    isReplaced[place] = isOther;
                }
            }
            assertThat(Arrays.equals(isReplaced, 0, 35, isReplaced, 35, 70))
                    .as("the same in each channel")
                    .isTrue();
            requireRectangle(isReplaced);
            long replaced = 0;
            for (int place = 0; place < 35; place++) {
                replaced += isReplaced[place] ? 1 : 0;
            }
            assertThat(mixed.share()).isCloseTo(1 - replaced / 35.0, within(1e-6));
            shares.add(mixed.share());
        }
        assertThat(shares).as("rectangles of many sizes").hasSizeGreaterThan(8);
    }

    private static void requireRectangle(boolean[] isReplaced) {
        int[] rows = new int[5];
        int[] columns = new int[7];
        for (int place = 0; place < 35; place++) {
            rows[place / 7] += isReplaced[place] ? 1 : 0;
            columns[place % 7] += isReplaced[place] ? 1 : 0;
        }
        assertThat(Arrays.stream(rows).filter(count -> count > 0).distinct().count())
                .isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(columns).filter(count -> count > 0).distinct().count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void ofBothKindsEachBatchDrawsOne() {
        int cuts = 0;
        for (int number = 0; number < 200; number++) {
            cuts += Mixed.of(5, ONE, ONE, number).isCut() ? 1 : 0;
        }
        // Five standard deviations of a binomial count.
        assertThat(cuts).isBetween(65, 135);
    }

    @Test
    void drawsFollowFromSeedAndNumberAlone() {
        Mixed mixed = Mixed.of(1, ONE, ONE, 7);
        assertThat(Mixed.of(1, ONE, ONE, 7).images).isEqualTo(mixed.images);
        assertThat(Mixed.of(1, ONE, ONE, 8).images).isNotEqualTo(mixed.images);
        assertThat(Mixed.of(2, ONE, ONE, 7).images).isNotEqualTo(mixed.images);
    }

    @Test
    void aSingleImageMeetsItself() {
        float[] images = Arrays.copyOf(images(), IMAGE.size());
        float[] before = images.clone();
        float[] targets =
                BatchMixing.of(1, ONE, NONE, IMAGE, CLASSES).orElseThrow().mix(images, new int[] {2}, 1, 0);
        assertThat(images).usingComparatorWithPrecision(1e-4f).containsExactly(before);
        assertThat(targets).usingComparatorWithPrecision(1e-6f).containsExactly(0, 0, 1);
    }

    @Test
    void withoutAnAlphaNothingIsMixed() {
        assertThat(BatchMixing.of(1, NONE, NONE, IMAGE, CLASSES)).isEmpty();
    }
}
