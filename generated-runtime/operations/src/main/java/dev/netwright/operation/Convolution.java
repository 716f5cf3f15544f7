package dev.netwright.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * Convolution with bias and activation.
 *
 * <p>With input {@code x[N, C, H, W]}, weight {@code w[O, C / G, kh, kw]}, bias {@code b[O]}, stride s, padding p and
 * dilation d:
 * {@code y[n, o, i, j] = f(b[o] + sum over c, u, v of w[o, c, u, v] x[n, c', i s + u d - p, j s + v d - p])}, where
 * values outside the image are 0 (a correlation, as in PyTorch). Output channel o reads the C / G input channels
 * {@code c' = c + floor(o G / O) C / G} of its group. Without a trained bias, b is 0.
 *
 * <p>Backward, with {@code g = gradOutput f'}: {@code gradBias[o] = sum over n, i, j of g};
 * {@code gradWeight[o, c, u, v] = sum over n, i, j of g[n, o, i, j] x[n, c', i s + u d - p, j s + v d - p]};
 * {@code gradInput} is the sum of {@code w g} over every output that reads the pixel. It isn't computed for the images.
 *
 * @param input x
 * @param output y
 * @param window kernel, stride, padding and dilation
 * @param groups G, the number of channel groups that are convolved separately; divides C and O
 * @param bias whether b is trained or 0
 * @param function f
 */
public record Convolution(Value input, Value output, Window window, int groups, Bias bias, ActivationFunction function)
        implements Operation {
    /**
     * A convolution without an activation; the output's size is rounded down.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param channels the number of output channels O
     * @param window kernel, stride, padding and dilation
     * @param groups the number of channel groups G, which divides input and output channels
     * @param bias whether a bias is trained
     * @return the convolution
     * @throws IllegalArgumentException if the window doesn't fit the padded input
     */
    public static Convolution of(String name, Value input, int channels, Window window, int groups, Bias bias) {
        Shape in = input.shape();
        Shape out = Shape.image(channels, window.rows(in.height()), window.columns(in.width()));
        return new Convolution(input, Value.image(name, out), window, groups, bias, ActivationFunction.IDENTITY);
    }

    @Override
    public String torchType() {
        return "Conv2d";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    @Override
    public List<ParameterSpec> parameters() {
        int out = output.shape().channels();
        int in = input.shape().channels() / groups;
        int places = Math.multiplyExact(window.kernelHeight(), window.kernelWidth());
        int fanIn = Math.multiplyExact(in, places);
        int fanOut = Math.multiplyExact(out, places);
        List<ParameterSpec> tensors = new ArrayList<>();
        tensors.add(new ParameterSpec(
                name() + ".weight",
                ParameterSpec.Role.CONVOLUTION_WEIGHT,
                List.of(out, in, window.kernelHeight(), window.kernelWidth()),
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
        return seen.after(window);
    }

    @Override
    public boolean takesFunction() {
        return true;
    }

    @Override
    public Convolution with(ActivationFunction other) {
        return new Convolution(input, output, window, groups, bias, other);
    }

    @Override
    public Convolution reading(List<Value> others) {
        return new Convolution(others.get(0), output, window, groups, bias, function);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.convolution(this);
    }

    @Override
    public String words() {
        return "conv " + FormText.words(window) + (groups == 1 ? "" : " in " + groups + " groups");
    }

    @Override
    public ListedCall call() {
        int channels = output.shape().channels();
        if (groups != 1) {
            return ListedCall.of("convolution", channels, window, groups, bias);
        }
        return bias == Bias.TRAINED
                ? ListedCall.of("convolution", channels, window)
                : ListedCall.of("convolution", channels, window, bias);
    }

    /**
     * A convolution before its input is known.
     *
     * @param channels the number of output channels, at least 1
     * @param window kernel, stride, padding and dilation
     * @param groups the number of channel groups that are convolved separately; divides input and output channels
     * @param hasBias whether a bias is trained
     */
    public record Form(int channels, Window window, int groups, boolean hasBias) implements LayerForm {
        /**
         * A convolution of one group, with bias.
         *
         * @param channels the number of output channels, at least 1
         * @param window kernel, stride, padding and dilation
         */
        public Form(int channels, Window window) {
            this(channels, window, 1, true);
        }

        @Override
        public Convolution at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), channels, window, groups, hasBias ? Bias.TRAINED : Bias.NONE);
        }

        @Override
        public String fingerprint() {
            return "convolution " + channels + " " + FormText.of(window) + " groups " + groups
                    + FormText.ofBias(hasBias);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "Conv2d " + FormText.torch(window)
                    + (window.dilationHeight() == 1 && window.dilationWidth() == 1
                            ? ""
                            : ", dilation " + FormText.sides(window.dilationHeight(), window.dilationWidth()))
                    + (groups == 1 ? "" : ", " + groups + " groups")
                    + (hasBias ? ", with bias" : ", without bias");
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Form largest = (Form) most;
            Interval known = new Interval(channels, largest.channels);
            return WindowBounds.slid(input, known, window, largest.window, false, false)
                    .orElse(ShapeBounds.image(known));
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
