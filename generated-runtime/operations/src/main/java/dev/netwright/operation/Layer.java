package dev.netwright.operation;

import java.util.List;

/**
 * One layer as the paper lists it: its inputs, its output, its tensors and its cost. Every layer but {@link Flatten} is
 * an {@link Operation}.
 */
public sealed interface Layer permits Flatten, Operation {
    /** {@return the paper's name of the layer, unique in the network; its output has the same name} */
    default String name() {
        return output().name();
    }

    /**
     * {@return PyTorch's name of the layer type, such as {@code Conv2d}; {@code Add}, {@code Multiply} and
     * {@code Concat} for sums, products and concatenations}
     */
    String torchType();

    /** {@return the values that it reads, at least one} */
    List<Value> inputs();

    /** {@return the value that it computes} */
    Value output();

    /** {@return the only input, or the first} */
    default Value input() {
        return inputs().get(0);
    }

    /** {@return its tensors: trainable ones with a weight before its bias, then running statistics} */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /** {@return the number of its trainable values} */
    default long parameterCount() {
        return parameters().stream()
                .filter(tensor -> tensor.role().isTrainable())
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /**
     * {@return the multiply-adds of one image's forward pass, counted as torchinfo does: parameters times output
     * pixels}
     */
    default long multiplyAdds() {
        return parameterCount();
    }

    /** {@return rows and columns of its window; empty if it has none} */
    default List<Integer> kernel() {
        return List.of();
    }

    /**
     * The receptive field of its output.
     *
     * @param seen the receptive field of its inputs
     * @return the part of the image on which one output value depends
     */
    default ReceptiveField receptiveField(ReceptiveField seen) {
        return seen;
    }

    /** {@return a short description without channels, such as {@code conv 3×3 /2}} */
    String words();

    /** {@return the builder call that lists the layer in a generated class} */
    ListedCall call();
}
