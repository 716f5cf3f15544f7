package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transposed convolution with bias, as PyTorch's {@code nn.ConvTranspose2d}: the map that takes a convolution's output
 * to its input's gradient (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, chapter 4).
 *
 * <p>With input {@code x[N, C, H, W]}, weight {@code w[C, O / G, kh, kw]}, bias {@code b[O]}, stride s, padding p and
 * dilation d: {@code y[n, o, i, j] = b[o] + sum over c, u, v, h, l of w[c, o', u, v] x[n, c, h, l]} for all h and l with
 * {@code i = h s + u d - p} and {@code j = l s + v d - p}. The sum is over the C / G input channels c of o's group, and
 * o' is o's place in its group. Without a trained bias, b is 0. There are
 * {@code H' = (H - 1) s - 2 p + d (kh - 1) + 1 + a} rows with the output padding a, which adds rows at the bottom that
 * fewer windows reach.
 *
 * <p>Backward: {@code gradBias[o] = sum over n, i, j of gradOutput};
 * {@code gradWeight[c, o', u, v] = sum over n, h, l of x[n, c, h, l] gradOutput[n, o, h s + u d - p, l s + v d - p]};
 * {@code gradInput} is the convolution of {@code gradOutput} with w. It isn't computed for the images.
 *
 * @param input x
 * @param output y, whose size shows the output padding
 * @param window kernel, stride, padding and dilation
 * @param groups G, the number of channel groups that are computed separately; divides C and O
 * @param bias whether b is trained or 0
 */
public record TransposedConvolution(Value input, Value output, Window window, int groups, Bias bias)
        implements Operation {
    @Override
    public String torchType() {
        return "ConvTranspose2d";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    /** Fans are counted as PyTorch counts them: over the weight's second dimension. */
    @Override
    public List<ParameterSpec> parameters() {
        int in = input.shape().channels();
        int out = output.shape().channels();
        int places = Math.multiplyExact(window.kernelHeight(), window.kernelWidth());
        int fanIn = Math.multiplyExact(out / groups, places);
        int fanOut = Math.multiplyExact(in, places);
        List<ParameterSpec> tensors = new ArrayList<>();
        tensors.add(new ParameterSpec(
                name() + ".weight",
                ParameterSpec.Role.CONVOLUTION_WEIGHT,
                List.of(in, out / groups, window.kernelHeight(), window.kernelWidth()),
                fanIn,
                fanOut));
        if (bias == Bias.TRAINED) {
            tensors.add(new ParameterSpec(
                    name() + ".bias", ParameterSpec.Role.CONVOLUTION_BIAS, List.of(out), fanIn, fanOut));
        }
        return tensors;
    }

    @Override
    public long multiplyAdds() {
        return parameterCount() * output.shape().height() * output.shape().width();
    }

    @Override
    public List<Integer> kernel() {
        return List.of(window.kernelHeight(), window.kernelWidth());
    }

    @Override
    public ReceptiveField receptiveField(ReceptiveField seen) {
        return receptiveField(window, seen);
    }

    /** A value reads at most one input row for each stride that the window spans. */
    private static ReceptiveField receptiveField(Window window, ReceptiveField seen) {
        int down = window.strideHeight();
        int right = window.strideWidth();
        return seen.resized(
                (window.spanHeight() + down - 1) / down, (window.spanWidth() + right - 1) / right, 1, 1, down, right);
    }

    /** {@return the rows and columns that the output has more than without output padding} */
    public List<Integer> outputPadding() {
        Shape in = input.shape();
        Shape out = output.shape();
        return List.of(
                Math.toIntExact(out.height()
                        - side(in.height(), window.spanHeight(), window.strideHeight(), window.paddingHeight())),
                Math.toIntExact(out.width()
                        - side(in.width(), window.spanWidth(), window.strideWidth(), window.paddingWidth())));
    }

    /** The size of a side without output padding; 0 or less if the padding takes everything away. */
    private static long side(int input, long span, int stride, int padding) {
        return (input - 1L) * stride + span - 2L * padding;
    }

    @Override
    public TransposedConvolution reading(List<Value> others) {
        return new TransposedConvolution(others.get(0), output, window, groups, bias);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transposedConvolution(this);
    }

    @Override
    public String words() {
        return "transposed conv " + FormText.words(window) + (groups == 1 ? "" : " in " + groups + " groups");
    }

    @Override
    public ListedCall call() {
        List<Integer> more = outputPadding();
        return ListedCall.of(
                Form.class, output.shape().channels(), window, more.get(0), more.get(1), groups, bias == Bias.TRAINED);
    }

    /**
     * A transposed convolution before its input is known.
     *
     * @param channels the number of output channels, at least 1
     * @param window kernel, stride, padding and dilation
     * @param outputPaddingHeight the rows that are added at the bottom, at least 0 and below the stride
     * @param outputPaddingWidth the columns that are added on the right, at least 0 and below the stride
     * @param groups the number of channel groups that are computed separately; divides input and output channels
     * @param hasBias whether a bias is trained
     */
    public record Form(
            int channels, Window window, int outputPaddingHeight, int outputPaddingWidth, int groups, boolean hasBias)
            implements LayerForm {
        @Override
        public TransposedConvolution at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            Shape in = input.shape();
            long rows = side(in.height(), window.spanHeight(), window.strideHeight(), window.paddingHeight());
            long columns = side(in.width(), window.spanWidth(), window.strideWidth(), window.paddingWidth());
            Shape out = Shape.image(
                    channels,
                    Math.toIntExact(rows + outputPaddingHeight),
                    Math.toIntExact(columns + outputPaddingWidth));
            return new TransposedConvolution(
                    input, Value.image(name, out), window, groups, hasBias ? Bias.TRAINED : Bias.NONE);
        }

        @Override
        public String fingerprint() {
            return "transposed convolution " + channels + " " + FormText.of(window) + " output padding "
                    + outputPaddingHeight + "x" + outputPaddingWidth + " groups " + groups + FormText.ofBias(hasBias);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "ConvTranspose2d " + FormText.torch(window) + ", dilation "
                    + FormText.sides(window.dilationHeight(), window.dilationWidth()) + ", output padding "
                    + FormText.sides(outputPaddingHeight, outputPaddingWidth) + ", " + groups + " groups"
                    + (hasBias ? ", with bias" : ", without bias");
        }

        /**
         * The bounds of the output's shape, if there can be one.
         *
         * @param most the same layer with the greatest value of each number
         * @param input the bounds of the input's shape
         * @return the bounds; empty if the padding leaves no pixel for any of the tainted numbers
         */
        public Optional<ShapeBounds> grown(Form most, ShapeBounds input) {
            Interval known = new Interval(channels, most.channels);
            Optional<Interval> rows = grown(
                    side(input.rows().least(), window.spanHeight(), window.strideHeight(), most.window.paddingHeight())
                            + outputPaddingHeight,
                    side(
                                    input.rows().most(),
                                    most.window.spanHeight(),
                                    most.window.strideHeight(),
                                    window.paddingHeight())
                            + most.outputPaddingHeight);
            Optional<Interval> columns = grown(
                    side(input.columns().least(), window.spanWidth(), window.strideWidth(), most.window.paddingWidth())
                            + outputPaddingWidth,
                    side(
                                    input.columns().most(),
                                    most.window.spanWidth(),
                                    most.window.strideWidth(),
                                    window.paddingWidth())
                            + most.outputPaddingWidth);
            return rows.isEmpty() || columns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ShapeBounds.image(known, rows.get(), columns.get()));
        }

        private static Optional<Interval> grown(long least, long most) {
            return most < 1 ? Optional.empty() : Optional.of(Interval.between(Math.max(1, least), most));
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Form largest = (Form) most;
            return grown(largest, input).orElseGet(() -> ShapeBounds.image(new Interval(channels, largest.channels)));
        }

        @Override
        public ReceptiveField receptiveField(ShapeBounds input, ReceptiveField seen) {
            return TransposedConvolution.receptiveField(window, seen);
        }

        @Override
        public int groups() {
            return groups;
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
