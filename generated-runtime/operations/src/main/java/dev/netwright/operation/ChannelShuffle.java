package dev.netwright.operation;

import java.util.List;

/**
 * Interleaves the channels of G groups: {@code y[n, j G + i, h, w] = x[n, i C / G + j, h, w]} for group i and its
 * channel j (Zhang et al., "ShuffleNet", 2018, section 3.1).
 *
 * <p>Backward: {@code gradInput[n, i C / G + j, h, w] = gradOutput[n, j G + i, h, w]}.
 *
 * @param input x
 * @param output y, of the input's shape
 * @param groups G, which divides C
 */
public record ChannelShuffle(Value input, Value output, int groups) implements Operation {
    @Override
    public String torchType() {
        return "ChannelShuffle";
    }

    @Override
    public String words() {
        return "shuffle of " + groups + " groups";
    }

    @Override
    public ListedCall call() {
        return ListedCall.of(Form.class, groups);
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
    public List<OnnxNode> onnx() {
        Shape shape = input.shape();
        int channels = shape.channels();
        return List.of(
                OnnxNode.reshape(0, groups, channels / groups, shape.height(), shape.width()),
                OnnxNode.of("Transpose").with("perm", List.of(0, 2, 1, 3, 4)),
                OnnxNode.reshape(0, channels, shape.height(), shape.width()));
    }

    @Override
    public ChannelShuffle reading(List<Value> others) {
        return new ChannelShuffle(others.get(0), output, groups);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.channelShuffle(this);
    }

    /**
     * A shuffle before its input is known.
     *
     * @param groups the number of groups, which divides the channels
     */
    public record Form(int groups) implements LayerForm {
        @Override
        public ChannelShuffle at(String name, List<Value> inputs) {
            Value input = inputs.get(0);
            return new ChannelShuffle(input, input.named(name), groups);
        }

        @Override
        public String fingerprint() {
            return "channel shuffle " + groups;
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "ChannelShuffle in " + groups + " groups";
        }

        @Override
        public boolean readsImages() {
            return true;
        }
    }
}
