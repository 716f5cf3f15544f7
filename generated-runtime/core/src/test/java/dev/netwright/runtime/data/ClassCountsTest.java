package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.source.ArrayDataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCountsTest {
    private static final List<String> NAMES = List.of("oak", "elm", "ash", "fir", "yew", "fig", "bay");

    @Test
    void classesWithoutASampleAreFoundInTheirOrderAndTheFirstAreNamed() {
        ClassCounts counts = ClassCounts.of(of(2, 0, 2));
        assertThat(counts.counts()).containsExactly(1, 0, 2, 0, 0, 0, 0);
        assertThat(counts.absent()).containsExactly("elm", "fir", "yew", "fig", "bay");
        assertThat(counts.absentText()).isEqualTo("'elm', 'fir', 'yew', 'fig' and 1 more");
        assertThat(ClassCounts.of(of(0, 1, 2, 3, 4, 5, 6)).absent()).isEmpty();
    }

    private static Dataset of(int... classes) {
        return ArrayDataset.ofBytes(new ImageFormat(1, 1, 1), new byte[classes.length], classes, NAMES);
    }
}
