package dev.netwright.operation;

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
}
