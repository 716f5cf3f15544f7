package dev.netwright.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of ONNX. It reads the output of the node before it; the first node reads the operation's only input.
 *
 * @param operator the operator's name in ONNX's operator set 14
 * @param sides the shape that a {@code Reshape} reads, where 0 keeps a dimension such as the number of images;
 *     otherwise empty
 * @param attributes the attributes in order, by name: an {@code Integer}, a {@code Double} or a list of {@code Integer}
 */
public record OnnxNode(String operator, List<Integer> sides, Map<String, Object> attributes) {
    /**
     * Copies the collections and keeps their order.
     *
     * @param operator the operator's name
     * @param sides the shape that a {@code Reshape} reads
     * @param attributes the attributes by name
     */
    public OnnxNode {
        sides = List.copyOf(sides);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    static OnnxNode of(String operator) {
        return new OnnxNode(operator, List.of(), Map.of());
    }

    static OnnxNode reshape(Integer... sides) {
        return new OnnxNode("Reshape", List.of(sides), Map.of());
    }

    OnnxNode with(String attribute, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new OnnxNode(operator, sides, all);
    }
}
