package dev.netwright.operation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Dropout: {@code y = x m}, where each {@code m} is {@code 1 / (1 - rate)} with probability {@code 1 - rate} and else 0
 * (Srivastava et al., 2014, in its inverted form). The mask follows from seed, step, layer and index alone.
 *
 * <p>Backward: {@code gradInput = gradOutput m}.
 *
 * @param rate share of values to drop, at least 0 and below 1
 * @param position number of dropouts before this one in the program, which selects its random stream
 */
public record Dropout(Value input, Value output, double rate, int position) implements Operation {
    /** A dropout; its position is counted when a program is made. */
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

    /** The same at another position. */
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

    /** Dropout of a share {@code rate} in training, the rest scaled by {@code 1 / (1 - rate)}. */
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
