package dev.netwright.runtime.data;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders of epochs with as many samples of one class as of another. Of S samples in C classes that have any, each class
 * gets {@code S / C} places, and {@code S % C} classes that the epoch draws get one more. A class of n samples fills q
 * places with its samples in an order that the epoch draws, over and over: each comes {@code q / n} times or once more.
 */
final class BalancedOrder {
    private final CounterRandom random;
    private final List<int[]> classes;
    private final int size;

    /**
     * Orders over a dataset.
     *
     * @param labels the class of each sample
     */
    BalancedOrder(CounterRandom random, int... labels) {
        this.random = random;
        size = labels.length;
        // By any number, not by those of the classes: a label that is none is reported when its sample is read.
        classes = IntStream.range(0, size)
                .boxed()
                .collect(Collectors.groupingBy(sample -> labels[sample], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(samples -> samples.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    EpochOrder of(int epoch) {
        int[] samples = new int[size];
        int[] repeats = new int[size];
        int[] places = random.permutation(RandomStream.SHUFFLE, epoch, size);
        int[] drawn = random.permutation(RandomStream.BALANCE, epoch, classes.size());
        int next = 0;
        for (int rank = 0; rank < drawn.length; rank++) {
            int[] members = classes.get(drawn[rank]);
            int[] order =
                    random.permutation(RandomStream.BALANCE, epoch, members.length, (drawn[rank] + 1L) << Integer.SIZE);
            int quota = size / classes.size() + (rank < size % classes.size() ? 1 : 0);
            for (int i = 0; i < quota; i++) {
                samples[places[next]] = members[order[i % members.length]];
                repeats[places[next]] = i / members.length;
                next++;
            }
        }
        return new EpochOrder(samples, repeats);
    }
}
