package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The samples of a dataset by class; samples with several labels or numbers are all in one stratum. */
final class Strata {
    private final int size;
    private final int[][] members;

    private Strata(int size, int[][] members) {
        this.size = size;
        this.members = members;
    }

    static Strata of(int size, Target target, IntUnaryOperator classOf) {
        return target instanceof Target.OneClass ofClasses
                ? of(size, ofClasses.classes(), classOf)
                : of(size, 1, index -> 0);
    }

    private static Strata of(int size, int classes, IntUnaryOperator classOf) {
        int[] sizes = new int[classes];
        for (int i = 0; i < size; i++) {
            sizes[classOf.applyAsInt(i)]++;
        }
        int[][] members = new int[classes][];
        Arrays.setAll(members, c -> new int[sizes[c]]);
        int[] filled = new int[classes];
        for (int i = 0; i < size; i++) {
            int c = classOf.applyAsInt(i);
            members[c][filled[c]++] = i;
        }
        return new Strata(size, members);
    }

    /** Draws the samples for training from each class; the others are for validation. */
    Split<int[]> drawn(int count, long seed) {
        CounterRandom random = CounterRandom.seeded(seed);
        int[] quotas = quotas(count);
        boolean[] isTraining = new boolean[size];
        for (int c = 0; c < members.length; c++) {
            int[] order = random.permutation(RandomStream.SPLIT, c, members[c].length);
            for (int i = 0; i < quotas[c]; i++) {
                isTraining[members[c][order[i]]] = true;
            }
        }
        return new Split<>(indices(isTraining, true), indices(isTraining, false));
    }

    /**
     * Deals the samples of each class to folds, in a drawn order. Each class begins where the one before it has ended.
     *
     * @return the fold of each sample, from 0 on
     */
    int[] dealt(int folds, long seed) {
        CounterRandom random = CounterRandom.seeded(seed);
        int[] foldOfEach = new int[size];
        int next = 0;
        for (int c = 0; c < members.length; c++) {
            for (int place : random.permutation(RandomStream.SPLIT, c, members[c].length)) {
                foldOfEach[members[c][place]] = next;
                next = (next + 1) % folds;
            }
        }
        return foldOfEach;
    }

    /**
     * Number of training samples of each class: the integer part of its exact share, plus one for the classes with the
     * largest remainders until the total is reached. Among equal remainders the first class comes first. Remainders are
     * integers in units of {@code 1 / size}.
     */
    private int[] quotas(int count) {
        int[] quotas = new int[members.length];
        int left = count;
        for (int c = 0; c < members.length; c++) {
            quotas[c] = (int) ((long) members[c].length * count / size);
            left -= quotas[c];
        }
        IntStream.range(0, members.length)
                .boxed()
                .sorted((a, b) -> Long.compare(remainder(b, count), remainder(a, count)))
                .limit(left)
                .forEach(c -> quotas[c]++);
        return quotas;
    }

    private long remainder(int c, int count) {
        return (long) members[c].length * count % size;
    }

    private static int[] indices(boolean[] isTraining, boolean wanted) {
        return IntStream.range(0, isTraining.length)
                .filter(i -> isTraining[i] == wanted)
                .toArray();
    }
}
