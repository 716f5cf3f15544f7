package dev.netwright.onednn.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void pixelsAreAddedUpOfEachLane() {
        float[] values = {-1, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50};
        double[] sums = {0, 100, 200};

        Lanes.addLanes(values, 1, 2, 5, sums, 1);

        assertThat(sums).containsExactly(0, 115, 350);
        assertThat(values[0]).isEqualTo(-1);
    }

    /** A float counts to 2^24 in ones and no further; halves onto halves lose nothing. */
    @Test
    void theErrorOfASumOfManyPixelsDoesNotGrowWithTheirNumber() {
        int pixels = (1 << 24) + 4;
        float[] values = new float[pixels];
        Arrays.fill(values, 1);
        double[] sums = new double[1];

        Lanes.addLanes(values, 0, 1, pixels, sums, 0);

        assertThat(sums[0]).isEqualTo(pixels);
    }

    @Test
    void numbersOfPixelsAndChannelsComeToTheirLanes() {
        float[] ofPixels = new float[6];
        float[] ofChannels = new float[12];

        Lanes.spreadPixels(new float[] {1, 2}, 3, 2, ofPixels);
        Lanes.spreadChannels(new float[] {1, 2, 3, 4, 5, 6}, 2, 3, 2, ofChannels);

        assertThat(ofPixels).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(ofChannels).containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
    }
}
