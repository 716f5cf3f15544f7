package dev.netwright.processor.shape;

import dev.netwright.operation.ParameterShape;
import dev.netwright.operation.ReceptiveField;
import dev.netwright.operation.Saturating;
import dev.netwright.processor.network.Node;
import java.util.List;

/**
 * A layer with its shapes and counts, which follow from its input's shape.
 *
 * @param multiplyAdds per image, counted as torchinfo does: parameters times output pixels
 */
public record ShapedNode(
        Node node,
        List<Shape> inputs,
        Shape output,
        List<ParameterShape> parameters,
        long multiplyAdds,
        ReceptiveField receptiveField) {
    /** Copies the lists. */
    public ShapedNode {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
    }

    /** Shape of its only input, or of the first. */
    public Shape input() {
        return inputs.get(0);
    }

    /** Number of trainable values. */
    public long parameterCount() {
        return parameters.stream().mapToLong(ParameterShape::size).reduce(0, Saturating::sum);
    }
}
