package dev.netwright.operation;

import java.util.List;

/**
 * An image in another size, as PyTorch's {@code nn.Upsample}: {@code y[n, c] = R x[n, c] C^T}, where each row of the
 * matrices R and C has the weights of one or two neighbouring pixels; {@link SideWeights} has the formulas.
 *
 * <p>Backward: {@code gradInput[n, c] = R^T gradOutput[n, c] C}.
 *
 * @param input x, {@code [N, C, H, W]}
 * @param output y, {@code [N, C, H', W']}
 * @param interpolation which weights
 */
public record Upsample(Value input, Value output, Interpolation interpolation) implements Operation {
    /**
     * An upsampling to a size.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param rows the number of rows H', at least 1
     * @param columns the number of columns W', at least 1
     * @param interpolation which weights
     * @return the upsampling
     */
    public static Upsample of(String name, Value input, int rows, int columns, Interpolation interpolation) {
        Shape out = Shape.image(input.shape().channels(), rows, columns);
        return new Upsample(input, Value.image(name, out), interpolation);
    }

    /** {@return the matrices R and C} */
    public Resampling resampling() {
        Shape in = input.shape();
        Shape out = output.shape();
        return new Resampling(
                interpolation.weights(in.height(), out.height()), interpolation.weights(in.width(), out.width()));
    }

    /** {@return whether both sides grow by whole factors} */
    public boolean hasWholeFactors() {
        Shape in = input.shape();
        Shape out = output.shape();
        return out.height() % in.height() == 0 && out.width() % in.width() == 0;
    }

    /**
     * {@return whether weights follow from the places of pixels' centres: linear ones do, and copies if the factors are
     * whole}
     */
    public boolean isByCentres() {
        return interpolation == Interpolation.BILINEAR || (interpolation == Interpolation.NEAREST && hasWholeFactors());
    }

    @Override
    public String torchType() {
        return "Upsample";
    }

    @Override
    public String words() {
        return (interpolation == Interpolation.NEAREST ? "nearest to " : "bilinear to ")
                + output.shape().height() + "\u00d7" + output.shape().width();
    }

    @Override
    public ListedCall call() {
        Shape out = output.shape();
        return ListedCall.of(SizeForm.class, out.height(), out.width(), interpolation);
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
    public ReceptiveField receptiveField(ReceptiveField seen) {
        Shape in = input.shape();
        Shape out = output.shape();
        return receptiveField(seen, interpolation, in.height(), in.width(), out.height(), out.width());
    }

    private static ReceptiveField receptiveField(
            ReceptiveField seen, Interpolation interpolation, int height, int width, int rows, int columns) {
        int read = interpolation == Interpolation.NEAREST ? 1 : 2;
        return seen.resized(rows == height ? 1 : read, columns == width ? 1 : read, height, width, rows, columns);
    }

    @Override
    public Upsample reading(List<Value> others) {
        return new Upsample(others.get(0), output, interpolation);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.upsample(this);
    }

    private static String torchMode(Interpolation interpolation) {
        return switch (interpolation) {
            case NEAREST -> "nearest";
            case BILINEAR -> "bilinear";
            case BILINEAR_BETWEEN_CORNERS -> "bilinear with aligned corners";
        };
    }

    /**
     * An upsampling by factors, before its input is known.
     *
     * @param rowFactor how many times as many rows, at least 1
     * @param columnFactor how many times as many columns, at least 1
     * @param interpolation which weights
     */
    public record Form(int rowFactor, int columnFactor, Interpolation interpolation) implements LayerForm {
        @Override
        public Upsample at(String name, List<Value> inputs) {
            Shape in = inputs.get(0).shape();
            return of(
                    name,
                    inputs.get(0),
                    Math.multiplyExact(in.height(), rowFactor),
                    Math.multiplyExact(in.width(), columnFactor),
                    interpolation);
        }

        @Override
        public String fingerprint() {
            return "upsample by " + rowFactor + "x" + columnFactor + " " + interpolation.name();
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "Upsample by " + rowFactor + "x" + columnFactor + ", " + torchMode(interpolation);
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Form largest = (Form) most;
            return ShapeBounds.image(
                    input.channels(),
                    input.rows().times(new Interval(rowFactor, largest.rowFactor)),
                    input.columns().times(new Interval(columnFactor, largest.columnFactor)));
        }

        @Override
        public ReceptiveField receptiveField(ShapeBounds input, ReceptiveField seen) {
            return Upsample.receptiveField(seen, interpolation, 1, 1, rowFactor, columnFactor);
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }

    /**
     * An upsampling to a size, before its input is known.
     *
     * @param rows the number of output rows, at least 1
     * @param columns the number of output columns, at least 1
     * @param interpolation which weights
     */
    public record SizeForm(int rows, int columns, Interpolation interpolation) implements LayerForm {
        @Override
        public Upsample at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), rows, columns, interpolation);
        }

        @Override
        public String fingerprint() {
            return "upsample to " + rows + "x" + columns + " " + interpolation.name();
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "Upsample to " + rows + "x" + columns + ", " + torchMode(interpolation);
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            SizeForm largest = (SizeForm) most;
            return ShapeBounds.image(
                    input.channels(), new Interval(rows, largest.rows), new Interval(columns, largest.columns));
        }

        @Override
        public ReceptiveField receptiveField(ShapeBounds input, ReceptiveField seen) {
            return Upsample.receptiveField(
                    seen, interpolation, input.rows().least(), input.columns().least(), rows, columns);
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
