package dev.netwright.processor.declaration;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A method of a {@code @Network} interface as written.
 *
 * @param name the method's name
 * @param layers its main layer: at most one, unless it is tainted
 * @param norms its batch norm: at most one
 * @param activations its activation: at most one
 * @param dropouts its dropout: at most one
 * @param isTainted whether it has none of the four, or several main layers: then its output is unknown
 * @param origin the method
 */
public record StageDeclaration(
        String name,
        List<StageLayer> layers,
        List<BatchNormDeclaration> norms,
        List<Activation> activations,
        List<Dropout> dropouts,
        boolean isTainted,
        Origin origin) {
    StageDeclaration withName(String other) {
        return new StageDeclaration(other, layers, norms, activations, dropouts, isTainted, origin);
    }

    /** The annotation of the layer that produces the stage's output. */
    public Origin outputOrigin() {
        Origin output = origin;
        for (StageLayer layer : layers) {
            output = layer.origin();
        }
        for (BatchNormDeclaration norm : norms) {
            output = norm.origin();
        }
        for (Activation activation : activations) {
            output = activation.origin();
        }
        for (Dropout dropout : dropouts) {
            output = dropout.origin();
        }
        return output;
    }

    /** {@code @Relu}, or the annotation of another function. */
    public record Activation(ActivationFunction function, Origin origin) {
        private static final Map<String, Function<AttributeReader, ActivationFunction>> READERS = Map.ofEntries(
                Map.entry("Relu", relu -> ActivationFunction.RELU),
                Map.entry("Relu6", relu6 -> ActivationFunction.RELU6),
                Map.entry(
                        "LeakyRelu",
                        leaky -> ActivationFunction.leakyRelu(
                                leaky.probability("slope").value())),
                Map.entry(
                        "Elu",
                        elu -> ActivationFunction.elu(elu.positive("alpha").value())),
                Map.entry("Gelu", Activation::gelu),
                Map.entry("Silu", silu -> ActivationFunction.SILU),
                Map.entry("HardSwish", hardSwish -> ActivationFunction.HARD_SWISH),
                Map.entry("Mish", mish -> ActivationFunction.MISH),
                Map.entry("Sigmoid", sigmoid -> ActivationFunction.SIGMOID),
                Map.entry("HardSigmoid", hardSigmoid -> ActivationFunction.HARD_SIGMOID),
                Map.entry("Tanh", tanh -> ActivationFunction.TANH));

        /** The simple names of their annotations. */
        static Set<String> annotations() {
            return READERS.keySet();
        }

        static Activation read(AttributeReader activation) {
            return new Activation(
                    Objects.requireNonNull(READERS.get(activation.annotation())).apply(activation),
                    activation.origin());
        }

        private static ActivationFunction gelu(AttributeReader gelu) {
            return gelu.constant("approximate", "NONE").value().equals("TANH")
                    ? ActivationFunction.GELU_TANH
                    : ActivationFunction.GELU;
        }
    }

    /** {@code @Dropout}. */
    public record Dropout(Written<Double> rate, Origin origin) {
        static Dropout read(AttributeReader dropout) {
            return new Dropout(dropout.probability("rate"), dropout.origin());
        }
    }
}
