package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * Maximum or average pool: {@code y[n, c, i, j]} is the largest value or the mean over the window whose first element
 * is at {@code (i s - p, j s - p)}. Padding is never the maximum. It counts as 0 in a mean, or not at all in a
 * {@linkplain PoolKind#AVERAGE_WITHOUT_PADDING mean without padding}.
 *
 * <p>The output's size shows how sizes were rounded. If they were rounded up, the last windows may reach past the
 * padded input; only the part inside counts, also in the mean's divisor, as in PyTorch.
 *
 * <p>Backward adds each gradient to the position of the maximum, or an equal share to all positions that count.
 *
 * @param input x
 * @param output y
 * @param kind maximum or mean
 * @param window kernel, stride s and padding p, without dilation
 * @param isGlobal whether the window is the whole image, whatever its size, as in PyTorch's
 *     {@code AdaptiveAvgPool2d(1)} and {@code AdaptiveMaxPool2d(1)}
 */
public record Pool(Value input, Value output, PoolKind kind, Window window, boolean isGlobal) implements Operation {
    /**
     * A pool with a given window.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param kind maximum or average
     * @param window kernel, stride and padding, without dilation
     * @param rounding how the output's size is rounded
     * @return the pool
     * @throws IllegalArgumentException if the window doesn't fit the padded input
     */
    public static Pool of(String name, Value input, PoolKind kind, Window window, Rounding rounding) {
        Shape in = input.shape();
        Shape out = rounding == Rounding.UP
                ? Shape.image(in.channels(), window.rowsRoundedUp(in.height()), window.columnsRoundedUp(in.width()))
                : Shape.image(in.channels(), window.rows(in.height()), window.columns(in.width()));
        return new Pool(input, Value.image(name, out), kind, window, false);
    }

    /**
     * A pool that reduces each channel to its mean.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @return the pool, whose output has one pixel
     */
    public static Pool globalAverage(String name, Value input) {
        return global(name, input, PoolKind.AVERAGE);
    }

    /**
     * A pool that reduces each channel to its largest value.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @return the pool, whose output has one pixel
     */
    public static Pool globalMax(String name, Value input) {
        return global(name, input, PoolKind.MAX);
    }

    private static Pool global(String name, Value input, PoolKind kind) {
        Shape in = input.shape();
        Value output = Value.image(name, Shape.image(in.channels(), 1, 1));
        return new Pool(input, output, kind, Window.of(in.height(), in.width(), 1, 1, 0, 0), true);
    }

    @Override
    public String torchType() {
        String type = kind.isMean() ? "AvgPool2d" : "MaxPool2d";
        return isGlobal ? "Adaptive" + type : type;
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public List<Integer> kernel() {
        return isGlobal ? List.of() : List.of(window.kernelHeight(), window.kernelWidth());
    }

    /** A global pool doesn't enlarge the receptive field, because it counts as part of the classifier. */
    @Override
    public ReceptiveField receptiveField(ReceptiveField seen) {
        return isGlobal ? seen : seen.after(window);
    }

    @Override
    public Pool reading(List<Value> others) {
        return new Pool(others.get(0), output, kind, window, isGlobal);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pool(this);
    }

    @Override
    public boolean isLinear() {
        return kind.isMean();
    }

    @Override
    public String words() {
        if (isGlobal) {
            return kind.isMean() ? "global mean" : "global max";
        }
        return (kind.isMean() ? "mean pool " : "max pool ") + FormText.words(window);
    }

    @Override
    public ListedCall call() {
        if (isGlobal) {
            return ListedCall.of(kind.isMean() ? "globalAveragePool" : "globalMaxPool");
        }
        List<Object> arguments = new ArrayList<>(List.of(window));
        if (!equals(of(name(), input, kind, window, Rounding.DOWN))) {
            arguments.add(Rounding.UP);
        }
        return switch (kind) {
            case MAX -> new ListedCall("maxPool", arguments);
            case AVERAGE -> new ListedCall("averagePool", arguments);
            case AVERAGE_WITHOUT_PADDING -> {
                arguments.add(0, kind);
                yield new ListedCall("pool", arguments);
            }
        };
    }

    /**
     * A pool before its input is known.
     *
     * @param kind maximum or mean
     * @param window kernel, stride and padding, without dilation
     * @param isCeil whether output sizes are rounded up instead of down
     */
    public record Form(PoolKind kind, Window window, boolean isCeil) implements LayerForm {
        /**
         * A pool whose output size is rounded down.
         *
         * @param kind maximum or average
         * @param window kernel, stride and padding, without dilation
         */
        public Form(PoolKind kind, Window window) {
            this(kind, window, false);
        }

        @Override
        public Pool at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), kind, window, isCeil ? Rounding.UP : Rounding.DOWN);
        }

        @Override
        public String fingerprint() {
            return "pool " + kind.name() + " " + FormText.of(window) + (isCeil ? " up" : " down");
        }

        @Override
        public String torchForm(ShapeBounds input) {
            String name = kind.isMean() ? "AvgPool2d " : "MaxPool2d ";
            return name
                    + FormText.torch(window)
                    + (isCeil ? ", sizes rounded up" : "")
                    + (kind == PoolKind.AVERAGE_WITHOUT_PADDING ? ", without padding in the mean" : "");
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Form largest = (Form) most;
            return WindowBounds.slid(input, input.channels(), window, largest.window, isCeil, largest.isCeil)
                    .orElse(ShapeBounds.image(input.channels()));
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }

    /**
     * A global pool before its input is known.
     *
     * @param kind maximum or average
     */
    public record GlobalForm(PoolKind kind) implements LayerForm {
        /** A global average pool. */
        public GlobalForm() {
            this(PoolKind.AVERAGE);
        }

        @Override
        public Pool at(String name, List<Value> inputs) {
            return global(name, inputs.get(0), kind);
        }

        @Override
        public String fingerprint() {
            return kind.isMean() ? "global average pool" : "global max pool";
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return kind.isMean() ? "AdaptiveAvgPool2d to 1x1" : "AdaptiveMaxPool2d to 1x1";
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Interval pixel = Interval.of(1);
            return ShapeBounds.image(input.channels(), pixel, pixel);
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
