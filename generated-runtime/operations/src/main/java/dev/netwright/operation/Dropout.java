package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Dropout: {@code y = x m}, where each {@code m} is {@code 1 / (1 - rate)} with probability {@code 1 - rate} and 0
 * otherwise (Srivastava et al., 2014, in its inverted form). The mask depends on seed, step, layer and index only.
 *
 * <p>Backward: {@code gradInput = gradOutput m}.
 *
 * @param input x
 * @param output y, of the input's shape
 * @param rate the share of values to drop, at least 0 and below 1
 * @param position the number of dropouts and stochastic depths before this one in the program, which selects its random
 *     stream
 */
public record Dropout(Value input, Value output, double rate, int position) implements Operation {
    /**
     * A dropout at position 0; a program assigns positions when it is made.
     *
     * @param name the layer's name, unique in the network
     * @param input the value x
     * @param rate the share of values to drop, at least 0 and below 1
     * @return the dropout
     */
    public static Dropout of(String name, Value input, double rate) {
        return new Dropout(input, input.named(name), rate, 0);
    }

    @Override
    public String torchType() {
        return "Dropout";
    }

    @Override
    public List<Value> inputs() {
        return List.of(input);
    }

    /**
     * This dropout with another random stream.
     *
     * @param other the number of dropouts and stochastic depths before it in the program
     * @return a dropout of the same rate, input and output
     */
    public Dropout at(int other) {
        return new Dropout(input, output, rate, other);
    }

    @Override
    public Dropout reading(List<Value> others) {
        return new Dropout(others.get(0), output, rate, position);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropout(this);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public String words() {
        return "dropout " + BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    @Override
    public ListedCall call() {
        return ListedCall.of("dropout", rate);
    }

    /**
     * Dropout before its input is known.
     *
     * @param rate the share of values to drop, at least 0 and below 1
     */
    public record Form(double rate) implements LayerForm {
        @Override
        public Dropout at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), rate);
        }

        @Override
        public String fingerprint() {
            return "dropout " + FormText.of(rate);
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }
    }
}
