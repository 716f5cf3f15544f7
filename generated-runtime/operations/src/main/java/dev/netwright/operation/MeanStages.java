package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * An average pool of a large window as pools of small ones, one after the other: first the rows of the window, then the means of its rows.
 * A library adds a window float by float; so no sum is longer than a window's side.
 */
public final class MeanStages {
    private MeanStages() {}

    /** One of the pools. */
    public record Stage(Window window, Shape input, Shape output) {}

    /** The pools that come to an average pool: itself, if its window is small enough. */
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

    /** A window of one row or one column is two if it is a whole side of the input and long. */
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
