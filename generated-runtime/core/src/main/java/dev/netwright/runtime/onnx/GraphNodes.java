package dev.netwright.runtime.onnx;

import dev.netwright.operation.OnnxNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Collects a graph's nodes and constants, each under a name of its own. */
final class GraphNodes {
    private static final String BATCH = "batch";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> names = new HashSet<>();

    /** A node with one output. */
    Node node(String operator, String output, List<String> inputs) {
        return new Node(operator, unused(output), inputs);
    }

    /** A node as an operation says it, behind {@code input}; its output's name. */
    String add(OnnxNode said, String output, String input) {
        List<String> inputs = said.sides().isEmpty()
                ? List.of(input)
                : List.of(
                        input,
                        constant(
                                output + "_sides",
                                said.sides().stream()
                                        .mapToLong(Integer::longValue)
                                        .toArray()));
        Node node = node(said.operator(), output, inputs);
        said.attributes().forEach(node::attribute);
        return node.add();
    }

    /** A constant of numbers; the same name again is the same constant. */
    String constant(String name, List<Integer> shape, float[] values) {
        if (names.add(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            TensorProto.Builder tensor = TensorProto.newBuilder()
                    .setName(name)
                    .setDataType(TensorProto.DataType.FLOAT_VALUE)
                    .setRawData(ByteString.copyFrom(bytes));
            shape.forEach(tensor::addDims);
            graph.addInitializer(tensor);
        }
        return name;
    }

    /** A constant list of whole numbers. */
    String constant(String name, long... values) {
        String unused = unused(name);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(unused)
                .addDims(values.length)
                .setDataType(TensorProto.DataType.INT64_VALUE);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return unused;
    }

    void input(String name, int... sides) {
        names.add(name);
        graph.addInput(value(name, sides));
    }

    void output(String name, int... sides) {
        graph.addOutput(value(name, sides));
    }

    GraphProto named(String name) {
        return graph.setName(name).build();
    }

    /** Values of images, of which a file doesn't say how many. */
    private static ValueInfoProto value(String name, int... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        for (int side : sides) {
            shape.addDimBuilder().setDimValue(side);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }

    private String unused(String wanted) {
        String name = wanted;
        for (int number = 2; !names.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** A node being made; {@link #add()} ends it. */
    final class Node {
        private final NodeProto.Builder node = NodeProto.newBuilder();
        private final String output;

        private Node(String operator, String output, List<String> inputs) {
            this.output = output;
            node.setOpType(operator).setName(output).addAllInput(inputs).addOutput(output);
        }

        Node ints(String name, int... values) {
            AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.INTS);
            for (int value : values) {
                attribute.addInts(value);
            }
            node.addAttribute(attribute);
            return this;
        }

        Node integer(String name, int value) {
            node.addAttribute(attribute(name, AttributeProto.AttributeType.INT).setI(value));
            return this;
        }

        Node number(String name, double value) {
            node.addAttribute(
                    attribute(name, AttributeProto.AttributeType.FLOAT).setF((float) value));
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

        /** The output's name. */
        String add() {
            graph.addNode(node);
            return output;
        }

        private AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
            return AttributeProto.newBuilder().setName(name).setType(type);
        }
    }
}
