package dev.netwright.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of ONNX that reads what the node before it gives, or the operation's only input.
 *
 * @param operator of version 14
 * @param sides of a shape that it reads as well, in which 0 keeps a side, such as the number of images; empty if it reads none
 * @param attributes in order, by name: an {@code Integer}, a {@code Double} or a list of {@code Integer}
 */
public record OnnxNode(String operator, List<Integer> sides, Map<String, Object> attributes) {
    /** Copies all, keeping their order. */
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
