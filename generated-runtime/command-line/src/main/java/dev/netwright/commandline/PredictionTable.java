package dev.netwright.commandline;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.prediction.Prediction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network's predictions as a table with a line for each picture: its number, its class, and the most probable
 * classes.
 *
 * <pre>
 * picture  shows        most probable
 *       0  Ankle boot   Ankle boot   0.93  Sneaker      0.05  Sandal       0.02
 * </pre>
 */
public final class PredictionTable {
    private static final int RANKS = 3;

    private PredictionTable() {}

    /**
     * Predicts unprepared pictures; the network prepares them itself.
     *
     * @param network the network
     * @param pictures pictures of any size
     * @return the table
     */
    public static String of(NeuralNetwork network, ImageDataset pictures) {
        int width = pictures.labels().stream().mapToInt(String::length).max().orElseThrow();
        String title = "picture  " + padded("shows", width) + "  most probable";
        return IntStream.range(0, pictures.size())
                .mapToObj(index -> line(
                        index,
                        pictures.labels().get(pictures.label(index)),
                        network.predict(pictures.picture(index)),
                        width))
                .collect(Collectors.joining("\n", title + "\n", "\n"));
    }

    private static String line(int index, String truth, List<Prediction> predictions, int width) {
        String ranked = predictions.stream()
                .limit(RANKS)
                .map(each -> String.format(Locale.ROOT, "%s  %.2f", padded(each.label(), width), each.probability()))
                .collect(Collectors.joining("  "));
        return String.format(Locale.ROOT, "%7d  %s  %s", index, padded(truth, width), ranked);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
