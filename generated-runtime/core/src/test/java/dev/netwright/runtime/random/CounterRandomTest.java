package dev.netwright.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers come from counter_random.py in the tests module, a second implementation in numpy:
 *
 * <pre>
 * from counter_random import *
 * import zlib
 * r = CounterRandom(-5_000_000_000)
 * r.bits(7, 3, 6), r.uniform(7, 3, 6), r.gaussian(7, 3, 6)
 * r.bits(SHUFFLE, 2, 4, (1 &lt;&lt; 34) - 2), r.gaussian(7, 3, 3, (1 &lt;&lt; 34) - 2)
 * r.dropout_mask(dropout(0), 5, 0.8, 8), r.permutation(SHUFFLE, 4, 10)
 * zlib.crc32(r.uniform(0, 0, 1_000_000).tobytes()), zlib.crc32(r.gaussian(0, 0, 1_000_000).tobytes())
 * (r.permutation(SHUFFLE, 4, 60000) * np.arange(60000)).sum()
 * </pre>
 */
class CounterRandomTest {
    /** The index at which the block number grows past 32 bits, less 2. */
    private static final long BEFORE_THE_HIGH_WORD = (1L << 34) - 2;

    private final CounterRandom random = CounterRandom.seeded(-5_000_000_000L);

    @Test
    void bitsEqualNumpys() {
        assertThat(IntStream.range(0, 6).map(i -> random.bits(7, 3, i)).toArray())
                .containsExactly(0x99461fe2, 0x947a1da8, 0x56128c05, 0xd7938044, 0x36ccacaa, 0x689fc7a2);
    }

    @Test
    void bitsPastThe32BitBlockNumberEqualNumpys() {
        assertThat(IntStream.range(0, 4)
                        .map(i -> random.bits(RandomStream.SHUFFLE, 2, BEFORE_THE_HIGH_WORD + i))
                        .toArray())
                .containsExactly(0xf3ae40fc, 0xfdb16ccc, 0xc0e80b88, 0xbdfd7753);
    }

    @Test
    void uniformNumbersEqualNumpys() {
        float[] numbers = new float[6];
        random.fillUniform(7, 3, numbers, 0, 6, 0);
        assertThat(numbers)
                .containsExactly(
                        0x1.328c3ep-1f, 0x1.28f43ap-1f, 0x1.584a3p-2f, 0x1.af27p-1f, 0x1.b6656p-3f, 0x1.a27f1cp-2f);
        assertThat(random.uniform(7, 3, 4)).isEqualTo(numbers[4]);
    }

    @Test
    void aMillionUniformNumbersEqualNumpysAndLieInTheHalfOpenInterval() {
        float[] numbers = new float[1_000_000];
        random.fillUniform(0, 0, numbers, 0, numbers.length, 0);
        assertThat(crc32(numbers)).isEqualTo(0x500aa788L);
        Arrays.sort(numbers);
        assertThat(numbers[0]).isNotNegative();
        assertThat(numbers[numbers.length - 1]).isLessThan(1);
    }

    @Test
    void gaussianNumbersEqualNumpys() {
        float[] numbers = new float[6];
        random.fillGaussian(7, 3, numbers, 0, 6, 0);
        assertThat(numbers)
                .containsExactly(
                        -0x1.c675f6p-1f,
                        -0x1.f398dep-2f,
                        0x1.9d6cdp-1f,
                        -0x1.3c71aep+0f,
                        -0x1.79862ap+0f,
                        0x1.e7f1e8p-1f);
    }

    @Test
    void gaussianNumbersPastThe32BitBlockNumberEqualNumpys() {
        float[] numbers = new float[3];
        random.fillGaussian(7, 3, numbers, 0, 3, BEFORE_THE_HIGH_WORD);
        assertThat(numbers).containsExactly(0x1.34af1ep-1f, 0x1.67fc86p+0f, -0x1.0121c4p-1f);
    }

    @Test
    void aMillionGaussianNumbersEqualNumpys() {
        float[] numbers = new float[1_000_000];
        random.fillGaussian(0, 0, numbers, 0, numbers.length, 0);
        assertThat(crc32(numbers)).isEqualTo(0xe02b9c3bL);
    }

    @Test
    void anyRangeIsACutOfTheWholeAndTouchesNothingElse() {
        float[] uniform = new float[64];
        float[] gaussian = new float[64];
        random.fillUniform(1, 2, uniform, 0, 64, 0);
        random.fillGaussian(1, 2, gaussian, 0, 64, 0);
        for (int first = 0; first < 9; first++) {
            for (int length = 0; length < 12; length++) {
                float[] cut = filled(20, Float.NaN);
                random.fillUniform(1, 2, cut, 3, length, first);
                assertThat(cut).containsExactly(expectedCut(uniform, first, length));
                random.fillGaussian(1, 2, cut, 3, length, first);
                assertThat(cut).containsExactly(expectedCut(gaussian, first, length));
            }
        }
    }

    @Test
    void aLongRangeThatBeginsInsideABlockIsACutOfTheWhole() {
        float[] whole = new float[5000];
        random.fillUniform(1, 2, whole, 0, 5000, 0);
        float[] cut = new float[4001];
        random.fillUniform(1, 2, cut, 0, 4001, 3);
        assertThat(cut).containsExactly(Arrays.copyOfRange(whole, 3, 4004));
    }

    @Test
    void dropoutMasksEqualNumpysAndKeepTheMean() {
        float[] mask = new float[9];
        mask[8] = 42;
        random.fillDropoutMask(RandomStream.dropout(0), 5, 0.8f, mask, 8);
        assertThat(mask).containsExactly(0, 1.25f, 1.25f, 1.25f, 0, 1.25f, 1.25f, 1.25f, 42);
    }

    @Test
    void aMaskThatKeepsAllIsAllOnes() {
        float[] mask = new float[1000];
        random.fillDropoutMask(RandomStream.dropout(3), 0, 1, mask, 1000);
        assertThat(mask).containsOnly(1);
    }

    @Test
    void permutationsEqualNumpys() {
        assertThat(random.permutation(RandomStream.SHUFFLE, 4, 10)).containsExactly(3, 7, 5, 1, 4, 9, 6, 8, 0, 2);
        int[] order = random.permutation(RandomStream.SHUFFLE, 4, 60_000);
        assertThat(Arrays.copyOf(order, 5)).containsExactly(51774, 8282, 21718, 41530, 48082);
        long checksum = 0;
        for (int i = 0; i < order.length; i++) {
            checksum += (long) i * order[i];
        }
        assertThat(checksum).isEqualTo(53_950_700_770_796L);
    }

    @Test
    void aPermutationHoldsEachNumberOnce() {
        assertThat(random.permutation(0, 0, 0)).isEmpty();
        assertThat(random.permutation(0, 0, 1)).containsExactly(0);
        int[] order = random.permutation(5, 6, 1000);
        assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
        Arrays.sort(order);
        assertThat(order).containsExactly(IntStream.range(0, 1000).toArray());
    }

    @Test
    void everyCoordinateChangesTheBits() {
        int bits = random.bits(1, 2, 3);
        assertThat(random.bits(2, 2, 3)).isNotEqualTo(bits);
        assertThat(random.bits(1, 3, 3)).isNotEqualTo(bits);
        assertThat(random.bits(1, 2, 4)).isNotEqualTo(bits);
        assertThat(random.bits(1, 2, 3 + (1L << 40))).isNotEqualTo(bits);
        assertThat(CounterRandom.seeded(-5_000_000_000L + (1L << 32)).bits(1, 2, 3))
                .isNotEqualTo(bits);
        assertThat(CounterRandom.seeded(-5_000_000_001L).bits(1, 2, 3)).isNotEqualTo(bits);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        float[] target = new float[8];
        assertThatThrownBy(() -> random.bits(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.fillUniform(0, 0, target, 0, 2, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.fillUniform(0, 0, target, 4, 5, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> random.fillGaussian(0, 0, target, -1, 5, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> random.permutation(0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        for (float keep : new float[] {0, -0.5f, 1.5f, Float.NaN}) {
            assertThatThrownBy(() -> random.fillDropoutMask(0, 0, keep, target, 8))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Float.toString(keep));
        }
        assertThat(target).containsOnly(0);
    }

    private static float[] expectedCut(float[] whole, int first, int length) {
        float[] expected = filled(20, Float.NaN);
        System.arraycopy(whole, first, expected, 3, length);
        return expected;
    }

    private static float[] filled(int length, float value) {
        float[] array = new float[length];
        Arrays.fill(array, value);
        return array;
    }

    private static long crc32(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
