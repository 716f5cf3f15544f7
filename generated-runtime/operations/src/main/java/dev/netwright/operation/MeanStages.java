package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an average pool with a large window into pools with small windows, which run one after the other: first along
 * the columns of the window, then along its rows. A library adds up a window value by value, so splitting keeps each
 * sum at most as long as a side of the window, and its rounding error small.
 */
public final class MeanStages {
    private MeanStages() {}

    /**
     * One pool of the sequence.
     *
     * @param window the window of this pool
     * @param input the shape that it reads
     * @param output the shape that it computes
     */
    public record Stage(Window window, Shape input, Shape output) {}

    /**
     * The pools whose sequence equals an average pool.
     *
     * @param window the average pool's window, without dilation
     * @param input the shape of its input
     * @param output the shape of its output
     * @return the pools in order; the average pool itself if its window has at most {@link ShortSums#MOST_VALUES}
     *     values
     */
    public static List<Stage> of(Window window, Shape input, Shape output) {
        if (!ShortSums.areNeeded((long) window.kernelHeight() * window.kernelWidth())) {
            return List.of(new Stage(window, input, output));
        }
        Shape means = Shape.image(input.channels(), input.height(), output.width());
        Window columns = Window.of(1, window.kernelWidth(), 1, window.strideWidth(), 0, window.paddingWidth());
        Window rows = Window.of(window.kernelHeight(), 1, window.strideHeight(), 1, window.paddingHeight(), 0);
        List<Stage> stages = new ArrayList<>(split(new Stage(columns, input, means)));
        stages.addAll(split(new Stage(rows, means, output)));
        return stages.stream().filter(stage -> isSomething(stage.window())).toList();
    }

    /** Splits a window of one row or one column in two if it covers a whole side of the input and that side is long. */
    private static List<Stage> split(Stage stage) {
        Window window = stage.window();
        Shape input = stage.input();
        boolean isOfColumns = window.kernelHeight() == 1;
        int length = isOfColumns ? window.kernelWidth() : window.kernelHeight();
        int side = isOfColumns ? input.width() : input.height();
        int padding = isOfColumns ? window.paddingWidth() : window.paddingHeight();
        int part = ShortSums.part(length);
        if (length != side || padding > 0 || part == length) {
            return List.of(stage);
        }
        int count = length / part;
        Shape means = isOfColumns
                ? Shape.image(input.channels(), input.height(), count)
                : Shape.image(input.channels(), count, input.width());
        Window first = isOfColumns ? Window.of(1, part, 1, part, 0, 0) : Window.of(part, 1, part, 1, 0, 0);
        Window second = isOfColumns ? Window.of(1, count, 1, 1, 0, 0) : Window.of(count, 1, 1, 1, 0, 0);
        return List.of(new Stage(first, input, means), new Stage(second, means, stage.output()));
    }

    /** Whether a pool does more than copy. */
    private static boolean isSomething(Window window) {
        return window.kernelHeight() * window.kernelWidth() > 1
                || window.strideHeight() * window.strideWidth() > 1
                || window.paddingHeight() + window.paddingWidth() > 0;
    }
}
