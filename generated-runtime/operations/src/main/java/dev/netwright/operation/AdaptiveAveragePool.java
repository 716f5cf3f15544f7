package dev.netwright.operation;

import java.util.List;
import java.util.Optional;

/**
 * Average pool to a given number of rows and columns, as PyTorch's {@code AdaptiveAvgPool2d}: {@code y[n, c, i, j]} is
 * the mean over the rows from {@code floor(i H / H')} up to, but not including, {@code ceil((i + 1) H / H')}, and the
 * same for columns. Windows have different sizes where H' doesn't divide H, and then neighbours may overlap.
 *
 * <p>Backward: {@code gradInput} is the sum of {@code gradOutput / size of the window} over every window that contains
 * the pixel.
 *
 * @param input x, {@code [N, C, H, W]}
 * @param output y, {@code [N, C, H', W']}
 */
public record AdaptiveAveragePool(Value input, Value output) implements Operation {
    /**
     * A pool to a given size.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param rows the number of rows H', at least 1
     * @param columns the number of columns W', at least 1
     * @return the pool
     */
    public static AdaptiveAveragePool of(String name, Value input, int rows, int columns) {
        Shape out = Shape.image(input.shape().channels(), rows, columns);
        return new AdaptiveAveragePool(input, Value.image(name, out));
    }

    /** {@return the pool that computes the same, if all windows have the same size} */
    public Optional<Pool> asPool() {
        Shape in = input.shape();
        Shape out = output.shape();
        if (in.height() % out.height() != 0 || in.width() % out.width() != 0) {
            return Optional.empty();
        }
        int rows = in.height() / out.height();
        int columns = in.width() / out.width();
        Window window = Window.of(rows, columns, rows, columns, 0, 0);
        return Optional.of(new Pool(input, output, PoolKind.AVERAGE, window, false));
    }

    /** {@return the means of rows and columns} */
    public Resampling resampling() {
        Shape in = input.shape();
        Shape out = output.shape();
        return new Resampling(SideWeights.means(in.height(), out.height()), SideWeights.means(in.width(), out.width()));
    }

    @Override
    public String torchType() {
        return "AdaptiveAvgPool2d";
    }

    @Override
    public String words() {
        return "mean pool to " + output.shape().height() + "\u00d7"
                + output.shape().width();
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, output.shape().height(), output.shape().width());
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public AdaptiveAveragePool reading(List<Value> others) {
        return new AdaptiveAveragePool(others.get(0), output);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.adaptiveAveragePool(this);
    }

    /**
     * A pool before its input is known. It doesn't enlarge the receptive field, like a global pool.
     *
     * @param rows the number of output rows, at least 1
     * @param columns the number of output columns, at least 1
     */
    public record Form(int rows, int columns) implements LayerForm {
        @Override
        public AdaptiveAveragePool at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), rows, columns);
        }

        @Override
        public String fingerprint() {
            return "adaptive average pool " + rows + "x" + columns;
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "AdaptiveAvgPool2d to " + rows + "x" + columns;
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Form largest = (Form) most;
            return ShapeBounds.image(
                    input.channels(), new Interval(rows, largest.rows), new Interval(columns, largest.columns));
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
