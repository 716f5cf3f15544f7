package dev.netwright.onednn.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pixel of a batch is in one chunk of one part, and every channel in one unit of one part. */
class ChunksTest {
    @ParameterizedTest
    @CsvSource({
        "1, 3, 1, 35",
        "5, 16, 8, 1_000",
        "2, 96, 16, 3_136",
        "64, 30, 30, 1",
        "3, 9_000, 9_000, 2",
        "7, 8, 1, 49"
    })
    void partsShareThePixelsOut(int images, int channels, int width, String pixels) {
        Chunks chunks = Chunks.of(new Stretches(images, channels, width, number(pixels)));
        int[][] visits = new int[images][number(pixels)];

        for (int part = 0; part < chunks.parts(); part++) {
            for (int chunk = chunks.first(part); chunk < chunks.first(part + 1); chunk++) {
                for (int i = 0; i < chunks.pixels(chunk); i++) {
                    visits[chunks.image(chunk)][chunks.pixel(chunk) + i]++;
                }
            }
        }

        assertThat(Arrays.stream(visits).flatMapToInt(Arrays::stream)).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12, 1, 3, 4",
        "5, 48, 16, 3, 16",
        "5, 48, 16, 2, 48",
        "4, 48, 8, 16, 24",
        "64, 30, 30, 5, 30",
        "40, 256, 16, 32, 16"
    })
    void unitsAreWholeGroupsAndWholeStretches(int images, int channels, int width, int groups, int channelsOfUnit) {
        GroupUnits units = GroupUnits.of(new Stretches(images, channels, width, 10), groups);
        int[][] visits = new int[images][channels];

        for (int part = 0; part < units.parts(); part++) {
            for (int image = units.firstImage(part); image < units.endImage(part); image++) {
                for (int c = 0; c < units.channels(); c++) {
                    int channel = units.channel(units.unit(part), c);
                    visits[image][channel]++;
                    assertThat(units.groupOf(units.unit(part), c)).isEqualTo(channel / (channels / groups));
                }
            }
        }

        assertThat(units.channels()).isEqualTo(channelsOfUnit);
        assertThat(Arrays.stream(visits).flatMapToInt(Arrays::stream)).containsOnly(1);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }
}
