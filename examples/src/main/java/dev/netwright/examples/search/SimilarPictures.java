package dev.netwright.examples.search;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds the pictures that a network sees as most similar to a few given ones. */
public final class SimilarPictures {
    private static final int SHOWN = 5;

    private SimilarPictures() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%.3f of the most similar pictures show the same class%n", searched(3));
    }

    /**
     * Trains on the bundled pictures, and searches the first few test pictures among all.
     *
     * @param epochs how long to train
     * @return the share of the pictures found that are of the same class as the picture searched for
     */
    public static double searched(int epochs) {
        Training training = Training.with(Optimizer.adam(0.003)).epochs(epochs);
        try (BatchNormLeNet28 network = BatchNormLeNet28.train(FashionMnist.bundledTrain(), training)) {
            ImageDataset pictures = FashionMnist.bundledTest();
            float[][] features = network.features().of(pictures);
            int same = 0;
            int searched = 100;
            for (int query = 0; query < searched; query++) {
                List<Integer> nearest = nearest(features, query);
                for (int found : nearest) {
                    same += pictures.label(found) == pictures.label(query) ? 1 : 0;
                }
                if (query < SHOWN) {
                    System.out.printf(
                            "%-12s like pictures %s%n", pictures.labels().get(pictures.label(query)), nearest);
                }
            }
            return (double) same / (searched * SHOWN);
        }
    }

    /** The other pictures with the highest cosine of the angle between their features and those of one. */
    private static List<Integer> nearest(float[][] features, int query) {
        return IntStream.range(0, features.length)
                .filter(other -> other != query)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> -cosine(features[query], features[other])))
                .limit(SHOWN)
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squaresOfA += a[i] * a[i];
            squaresOfB += b[i] * b[i];
        }
        return product / Math.sqrt(squaresOfA * squaresOfB);
    }
}
