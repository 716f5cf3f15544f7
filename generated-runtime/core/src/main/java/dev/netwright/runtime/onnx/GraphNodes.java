package dev.netwright.runtime.onnx;

import com.google.protobuf.UnsafeByteOperations;
import dev.netwright.operation.OnnxNode;
import dev.netwright.runtime.internal.protobuf.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects a graph's nodes and constants under unique names. */
final class GraphNodes {
    private static final String BATCH = "batch";

    private final Message graph = new Message();
    private final Set<String> names = new HashSet<>();

    /** A node with one output. */
    Node node(String operator, String output, List<String> inputs) {
        return new Node(operator, unused(output), inputs);
    }

    /** Adds the node that an operation describes, after {@code input}, and returns its output's name. */
    String add(OnnxNode described, String output, String input) {
        List<String> inputs = described.sides().isEmpty()
                ? List.of(input)
                : List.of(
                        input,
                        constant(
                                output + "_sides",
                                described.sides().stream()
                                        .mapToLong(Integer::longValue)
                                        .toArray()));
        Node node = node(described.operator(), output, inputs);
        described.attributes().forEach(node::attribute);
        return node.add();
    }

    /** A constant tensor; the same name returns the same constant. */
    String constant(String name, List<Integer> shape, float[] values) {
        if (names.add(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            Message tensor = new Message();
            shape.forEach(side -> tensor.integer(OnnxFields.TENSOR_DIMS, side));
            graph.message(
                    OnnxFields.GRAPH_INITIALIZER,
                    tensor.integer(OnnxFields.TENSOR_DATA_TYPE, OnnxFields.FLOAT_DATA)
                            .text(OnnxFields.TENSOR_NAME, name)
                            .bytes(OnnxFields.TENSOR_RAW_DATA, UnsafeByteOperations.unsafeWrap(bytes)));
        }
        return name;
    }

    /** A constant list of integers. */
    String constant(String name, long... values) {
        String unused = unused(name);
        Message tensor = new Message()
                .integer(OnnxFields.TENSOR_DIMS, values.length)
                .integer(OnnxFields.TENSOR_DATA_TYPE, OnnxFields.INT64_DATA);
        for (long value : values) {
            tensor.integer(OnnxFields.TENSOR_INT64_DATA, value);
        }
        graph.message(OnnxFields.GRAPH_INITIALIZER, tensor.text(OnnxFields.TENSOR_NAME, unused));
        return unused;
    }

    void input(String name, int... sides) {
        names.add(name);
        graph.message(OnnxFields.GRAPH_INPUT, value(name, sides));
    }

    void output(String name, int... sides) {
        graph.message(OnnxFields.GRAPH_OUTPUT, value(name, sides));
    }

    Message named(String name) {
        return graph.text(OnnxFields.GRAPH_NAME, name);
    }

    /** A value with a variable number of images. */
    private static Message value(String name, int... sides) {
        Message shape = new Message().message(OnnxFields.SHAPE_DIM, new Message().text(OnnxFields.DIM_PARAM, BATCH));
        for (int side : sides) {
            shape.message(OnnxFields.SHAPE_DIM, new Message().integer(OnnxFields.DIM_VALUE, side));
        }
        Message tensor = new Message()
                .integer(OnnxFields.TENSOR_TYPE_ELEMENT, OnnxFields.FLOAT_DATA)
                .message(OnnxFields.TENSOR_TYPE_SHAPE, shape);
        return new Message()
                .text(OnnxFields.VALUE_NAME, name)
                .message(OnnxFields.VALUE_TYPE, new Message().message(OnnxFields.TYPE_TENSOR, tensor));
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** Builds a node; {@link #add()} completes it. */
    final class Node {
        private final Message node = new Message();
        private final String output;

        private Node(String operator, String output, List<String> inputs) {
            this.output = output;
            inputs.forEach(input -> node.text(OnnxFields.NODE_INPUT, input));
            node.text(OnnxFields.NODE_OUTPUT, output)
                    .text(OnnxFields.NODE_NAME, output)
                    .text(OnnxFields.NODE_OPERATOR, operator);
        }

        Node ints(String name, int... values) {
            Message attribute = attribute(name, OnnxFields.INTS_ATTRIBUTE);
            for (int value : values) {
                attribute.integer(OnnxFields.ATTRIBUTE_INTS, value);
            }
            return this;
        }

        Node integer(String name, int value) {
            attribute(name, OnnxFields.INT_ATTRIBUTE).integer(OnnxFields.ATTRIBUTE_INT, value);
            return this;
        }

        Node text(String name, String value) {
            attribute(name, OnnxFields.STRING_ATTRIBUTE).text(OnnxFields.ATTRIBUTE_STRING, value);
            return this;
        }

        Node number(String name, double value) {
            attribute(name, OnnxFields.FLOAT_ATTRIBUTE).number(OnnxFields.ATTRIBUTE_FLOAT, (float) value);
            return this;
        }

        private void attribute(String name, Object value) {
            if (value instanceof Integer number) {
                integer(name, number);
            } else if (value instanceof Double number) {
                number(name, number);
            } else {
                ints(
                        name,
                        ((List<?>) value)
                                .stream().mapToInt(number -> (Integer) number).toArray());
            }
        }

        /** Adds the node, and returns its output's name. */
        String add() {
            graph.message(OnnxFields.GRAPH_NODE, node);
            return output;
        }

        private Message attribute(String name, int type) {
            Message attribute =
                    new Message().text(OnnxFields.ATTRIBUTE_NAME, name).integer(OnnxFields.ATTRIBUTE_TYPE, type);
            node.message(OnnxFields.NODE_ATTRIBUTE, attribute);
            return attribute;
        }
    }
}
