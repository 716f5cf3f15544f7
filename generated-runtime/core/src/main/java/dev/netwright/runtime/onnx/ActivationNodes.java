package dev.netwright.runtime.onnx;

import dev.netwright.operation.ActivationFunction;
import java.util.List;

/**
 * The nodes of an activation function. Operator set 14 has neither SiLU nor GELU nor Mish: they are composed as
 * PyTorch's exporter composes them, which ONNX Runtime recognizes.
 */
final class ActivationNodes {
    private final GraphNodes nodes;
    private final String name;
    private final String x;

    private ActivationNodes(GraphNodes nodes, String name, String x) {
        this.nodes = nodes;
        this.name = name;
        this.x = x;
    }

    /** Adds them after tensor {@code x} and returns the name of the result: {@code name}, or {@code x} of the identity. */
    static String add(GraphNodes nodes, ActivationFunction function, String name, String x) {
        ActivationNodes added = new ActivationNodes(nodes, name, x);
        return switch (function.kind()) {
            case IDENTITY -> x;
            case SIGMOID -> added.single("Sigmoid");
            case RELU -> added.single("Relu");
            case TANH -> added.single("Tanh");
            case SILU -> added.product(added.node("Sigmoid", "gate", x));
            case HARD_SWISH -> added.single("HardSwish");
            case RELU6 -> added.last("Clip", x, added.constant(0), added.constant(6));
            case LEAKY_RELU -> added.withAlpha("LeakyRelu", function.number());
            case ELU -> added.withAlpha("Elu", function.number());
            case GELU -> added.gelu();
            case GELU_TANH -> added.geluByTanh();
            case HARD_SIGMOID ->
                nodes.node("HardSigmoid", name, List.of(x))
                        .number("alpha", 1.0 / 6)
                        .number("beta", 0.5)
                        .add();
            case MISH -> added.product(added.node("Tanh", "gate", added.node("Softplus", "softplus", x)));
        };
    }

    /** {@code x (1 + erf(x / sqrt(2))) / 2}. */
    private String gelu() {
        String erf = node("Erf", "erf", node("Div", "quotient", x, constant(Math.sqrt(2))));
        return last("Mul", node("Mul", "twice", x, node("Add", "sum", erf, constant(1))), constant(0.5));
    }

    /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}. */
    private String geluByTanh() {
        String cubed = node("Mul", "cubed", node("Pow", "power", x, constant(3)), constant(0.044715));
        String scaled = node("Mul", "scaled", node("Add", "inner", x, cubed), constant(Math.sqrt(2 / Math.PI)));
        String sum = node("Add", "sum", node("Tanh", "tanh", scaled), constant(1));
        return last("Mul", node("Mul", "half", x, constant(0.5)), sum);
    }

    private String product(String gate) {
        return last("Mul", x, gate);
    }

    private String single(String operator) {
        return last(operator, x);
    }

    private String withAlpha(String operator, double alpha) {
        return nodes.node(operator, name, List.of(x)).number("alpha", alpha).add();
    }

    private String last(String operator, String... inputs) {
        return nodes.node(operator, name, List.of(inputs)).add();
    }

    private String node(String operator, String part, String... inputs) {
        return nodes.node(operator, name + "_" + part, List.of(inputs)).add();
    }

    /** A number that all functions of the graph share; no layer's tensor has such a name. */
    private String constant(double value) {
        return nodes.constant("number." + (float) value, List.of(), new float[] {(float) value});
    }
}
