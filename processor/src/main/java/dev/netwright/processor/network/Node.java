package dev.netwright.processor.network;

import dev.netwright.operation.LayerForm;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;

/**
 * A layer at its place in the graph. A tainted number lies between that of {@code layer} and that of {@code most}; all
 * others are the same in both.
 *
 * @param name the paper's name, unique in the network: Java identifiers and numbers, separated by dots
 * @param layer the layer with the smallest possible value of each number
 * @param most the layer with the largest possible value of each number
 * @param inputs names of the nodes whose outputs it reads, or {@link NetworkGraph#IMAGES}; one, except for sums and
 * joins
 * @param origin the attribute to blame if the layer is impossible
 * @param windowOrigin the attribute to blame if its window doesn't fit its input
 * @param partOrigin the attribute that a further rule checks: a convolution's groups, a pool's padding
 */
public record Node(
        String name,
        LayerForm layer,
        LayerForm most,
        List<String> inputs,
        Origin origin,
        Origin windowOrigin,
        Origin partOrigin) {
    /** The suffix of a norm's name if it belongs to the layer with the rest of its name. */
    public static final String NORM_SUFFIX = "_norm";

    /** Copies the list. */
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** A layer that no further rule checks. */
    public Node(String name, LayerForm layer, List<String> inputs, Origin origin, Origin windowOrigin) {
        this(name, layer, layer, inputs, origin, windowOrigin, origin);
    }

    /** A layer with one input. */
    public Node(String name, LayerForm layer, String input, Origin origin) {
        this(name, layer, List.of(input), origin, origin);
    }

    /** The same place with another layer. */
    public Node withLayer(LayerForm other) {
        return new Node(name, other, other, inputs, origin, windowOrigin, partOrigin);
    }

    /** The same layer with other inputs. */
    public Node withInputs(List<String> others) {
        return new Node(name, layer, most, others, origin, windowOrigin, partOrigin);
    }

    /** The only input, or the first. */
    public String input() {
        return inputs.get(0);
    }

    /** The prefix of its parameters' names: {@code conv1}, and {@code conv1.norm} for the norm {@code conv1_norm}. */
    public String parameterPrefix() {
        return layer.isNorm() && name.endsWith(NORM_SUFFIX)
                ? name.substring(0, name.length() - NORM_SUFFIX.length()) + ".norm"
                : name;
    }
}
