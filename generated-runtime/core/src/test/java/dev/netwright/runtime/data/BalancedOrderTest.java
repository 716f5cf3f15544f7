package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.random.CounterRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Epochs with as many samples of one class as of another. */
class BalancedOrderTest {
    /** 3 samples of class 0, none of class 1, 17 of class 2, 11 of class 3. */
    private static final int[] LABELS = IntStream.range(0, 31)
            .map(i -> i % 10 == 0 && i < 30 ? 0 : i < 19 ? 2 : 3)
            .toArray();

    private static EpochOrder order(int epoch) {
        return new BalancedOrder(CounterRandom.seeded(5), LABELS).of(epoch);
    }

    private static Stream<Integer> samples(EpochOrder order) {
        return IntStream.range(0, order.size()).mapToObj(order::sample);
    }

    @Test
    void eachClassThatHasSamplesComesEquallyOftenUpToOne() {
        Set<Integer> classesWithOneMore = new HashSet<>();
        for (int epoch = 0; epoch < 30; epoch++) {
            int[] counts = new int[4];
            samples(order(epoch)).forEach(sample -> counts[LABELS[sample]]++);
            assertThat(counts[1]).isZero();
            assertThat(Arrays.stream(counts).sum()).isEqualTo(31);
            for (int label : new int[] {0, 2, 3}) {
                assertThat(counts[label]).isBetween(10, 11);
                if (counts[label] == 11) {
                    classesWithOneMore.add(label);
                }
            }
        }
        assertThat(classesWithOneMore)
                .as("which class has one more, in thirty epochs")
                .containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void samplesOfASmallClassComeAsOftenAsEachOtherAndOfALargeOneAtMostOnce() {
        Set<Integer> seen = new HashSet<>();
        for (int epoch = 0; epoch < 30; epoch++) {
            EpochOrder order = order(epoch);
            Map<Integer, Integer> times = new HashMap<>();
            for (int i = 0; i < order.size(); i++) {
                int sample = order.sample(i);
                times.merge(sample, 1, Integer::sum);
                seen.add(sample);
            }
            times.forEach((sample, count) ->
                    assertThat(count).isBetween(LABELS[sample] == 0 ? 3 : 1, LABELS[sample] == 0 ? 4 : 1));
        }
        assertThat(seen).as("every sample's turn comes").hasSize(31);
    }

    @Test
    void repeatsOfASampleAreNumbered() {
        EpochOrder order = order(2);
        Map<Integer, Set<Integer>> numbers = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            assertThat(numbers.computeIfAbsent(order.sample(i), sample -> new HashSet<>())
                            .add(order.repeat(i)))
                    .isTrue();
        }
        numbers.forEach((sample, found) -> assertThat(found)
                .containsAll(IntStream.range(0, found.size()).boxed().toList()));
    }

    @Test
    void theOrderFollowsFromSeedAndEpochAlone() {
        List<Integer> samples = samples(order(3)).toList();
        assertThat(samples(order(3)).toList()).isEqualTo(samples);
        assertThat(samples(order(4)).toList()).isNotEqualTo(samples);
        assertThat(samples(new BalancedOrder(CounterRandom.seeded(6), LABELS).of(3))
                        .toList())
                .isNotEqualTo(samples);
    }

    @Test
    void evaluationIsNotBalanced() {
        assertThatThrownBy(() -> Loading.forEvaluation(4).sampling(Sampling.BALANCED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin with Loading.forTraining");
    }
}
