package dev.netwright.operation;

import java.util.List;

/**
 * One of P equal parts of the channels: {@code y[n, c, h, w] = x[n, p C / P + c, h, w]} (Ma et al., "ShuffleNet V2",
 * 2018, section 3.2).
 *
 * <p>Backward: {@code gradInput[n, p C / P + c, h, w] = gradOutput[n, c, h, w]}, and 0 in the channels of other parts.
 *
 * @param input x
 * @param output y, of C / P channels
 * @param parts P, which divides C
 * @param part p, from 0 to P - 1
 */
public record ChannelSplit(Value input, Value output, int parts, int part) implements Operation {
    /** {@return the number of channels before the part} */
    public int firstChannel() {
        return part * output.shape().channels();
    }

    @Override
    public String torchType() {
        return "ChannelSplit";
    }

    @Override
    public String words() {
        return "part " + part + " of " + parts;
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, parts, part);
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
    public ChannelSplit reading(List<Value> others) {
        return new ChannelSplit(others.get(0), output, parts, part);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.channelSplit(this);
    }

    /**
     * A part before its input is known.
     *
     * @param parts the number of parts, which divides the channels
     * @param part the part that is taken, from 0 on
     */
    public record Form(int parts, int part) implements LayerForm {
        @Override
        public ChannelSplit at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            Shape shape = input.shape();
            Value output = new Value(
                    name, new Shape(shape.channels() / parts, shape.height(), shape.width()), input.isVector());
            return new ChannelSplit(input, output, parts, part);
        }

        @Override
        public String fingerprint() {
            return "channel split " + parts + " part " + part;
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "";
        }

        @Override
        public ShapeBounds output(LayerForm most, ShapeBounds input) {
            Interval read = input.channels();
            Interval channels =
                    Interval.between(Math.max(1, read.least() / ((Form) most).parts), Math.max(1, read.most() / parts));
            return new ShapeBounds(channels, input.rows(), input.columns(), input.isVector());
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
