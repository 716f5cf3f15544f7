package dev.netwright.operation;

import java.util.List;

/** One layer as the paper lists it: what it reads and gives, and what is counted of it. Most are an {@link Operation}. */
public sealed interface Layer permits Flatten, Operation {
    /** The paper's name, unique in the network; also that of the value that it gives. */
    default String name() {
        return output().name();
    }

    /** PyTorch's name of its type, such as {@code Conv2d}; {@code Add} and {@code Concat} are sums and joins. */
    String torchType();

    /** What it reads, at least one. */
    List<Value> inputs();

    /** What it gives. */
    Value output();

    /** The only input, or the first. */
    default Value input() {
        return inputs().get(0);
    }

    /** Its tensors: trainable ones, a weight before its bias, then running statistics. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /** Number of its trainable values. */
    default long parameterCount() {
        return parameters().stream()
                .filter(tensor -> tensor.role().isTrainable())
                .mapToLong(ParameterSpec::size)
                .sum();
    }

    /** Of one image's forward pass, counted as torchinfo does: parameters times output pixels. */
    default long multiplyAdds() {
        return parameterCount();
    }

    /** Rows and columns of its window; empty if it has none. */
    default List<Integer> kernel() {
        return List.of();
    }

    /** What one of its values sees of the image, if one of its inputs' values sees {@code seen}. */
    default ReceptiveField receptiveField(ReceptiveField seen) {
        return seen;
    }

    /** What it does, in a few words: {@code conv 3×3 /2}. Its channels aren't among them, they stand in its shape. */
    String words();

    /** How a generated class lists it. */
    ListedCall call();
}
