package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Stochastic depth: {@code y[n] = x[n] m[n]} for each image n, where {@code m} is {@code 1 / (1 - rate)} with
 * probability {@code 1 - rate} and 0 otherwise (Huang et al., "Deep networks with stochastic depth", 2016, section 3, in
 * the inverted form of torchvision's mode "row"). At the end of a residual branch it drops the branch for some images of
 * a training batch. Inference changes nothing. {@code m} depends on seed, step, layer and the image's index only.
 *
 * <p>Backward: {@code gradInput[n] = gradOutput[n] m[n]}.
 *
 * @param input x
 * @param output y, of the input's shape, or of the vector that the input is when flattened
 * @param rate the probability that an image's values are dropped, at least 0 and below 1
 * @param position the number of dropouts and stochastic depths before this one in the program, which selects its random
 *     stream
 */
public record StochasticDepth(Value input, Value output, double rate, int position) implements Operation {
    @Override
    public String torchType() {
        return "StochasticDepth";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    /**
     * This layer with another random stream.
     *
     * @param other the number of dropouts and stochastic depths before it in the program
     * @return a layer of the same rate, input and output
     */
    public StochasticDepth at(int other) {
        return new StochasticDepth(input, output, rate, other);
    }

    @Override
    public StochasticDepth reading(List<Value> others) {
        return new StochasticDepth(others.get(0), output, rate, position);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.stochasticDepth(this);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public String words() {
        return "stochastic depth "
                + BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, rate);
    }

    /**
     * Stochastic depth before its input is known.
     *
     * @param rate the probability that an image's values are dropped, at least 0 and below 1
     */
    public record Form(double rate) implements LayerForm {
        @Override
        public StochasticDepth at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            return new StochasticDepth(input, input.named(name), rate, 0);
        }

        @Override
        public String fingerprint() {
            return "stochastic depth " + FormText.of(rate);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }
    }
}
