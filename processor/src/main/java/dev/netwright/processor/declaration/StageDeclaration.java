package dev.netwright.processor.declaration;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A method of a {@code @Network} interface as written.
 *
 * @param name the method's name
 * @param from the stage that it reads, if it isn't the one before: at most one
 * @param presence when it is left out of a block
 * @param layers its main layer: at most one, unless it is tainted
 * @param norms its norm: at most one
 * @param activations its activation: at most one
 * @param dropouts its dropout or stochastic depth: at most one
 * @param isTainted whether it has none of the four, or several main layers: then its output is unknown
 * @param origin the method
 */
public record StageDeclaration(
        String name,
        List<Written<String>> from,
        Presence presence,
        List<StageLayer> layers,
        List<NormDeclaration> norms,
        List<Activation> activations,
        List<Dropout> dropouts,
        boolean isTainted,
        Origin origin) {
    /** The name under which stages read the images, or what their block reads; a stage of this name hides it. */
    public static final String INPUT = "input";

    /** The same with another name. */
    public StageDeclaration withName(String other) {
        return new StageDeclaration(other, from, presence, layers, norms, activations, dropouts, isTainted, origin);
    }

    /** The annotation of the layer that produces the stage's output. */
    public Origin outputOrigin() {
        Origin output = origin;
        for (StageLayer layer : layers) {
            output = layer.origin();
        }
        for (NormDeclaration norm : norms) {
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

    /** The names of the stages that it reads, or none if it reads the one before it. */
    public List<Written<String>> inputs() {
        return layers.stream()
                .flatMap(layer -> layer instanceof StageLayer.Join join ? Stream.of(join) : Stream.empty())
                .findFirst()
                .map(join -> join.inputs().value())
                .orElse(from);
    }

    /** The stages of an interface, followed by those of the blocks that it uses, a list for each repetition. */
    public static Stream<List<StageDeclaration>> interfaces(List<StageDeclaration> stages) {
        return Stream.concat(
                Stream.of(stages),
                stages.stream()
                        .flatMap(stage -> stage.layers().stream())
                        .flatMap(layer -> layer instanceof StageLayer.BlockUse use ? Stream.of(use) : Stream.empty())
                        .flatMap(use -> use.repetitions().stream().distinct())
                        .flatMap(StageDeclaration::interfaces));
    }

    /** Whether a stage exists. */
    public enum Presence {
        /** It does. */
        ALWAYS,
        /** It doesn't where it would keep the shape of its input. */
        UNLESS_SAME_SHAPE,
        /** It doesn't: a number of the block says so. */
        NEVER,
        /** The number that decides it came from a fault. */
        UNKNOWN
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

    /**
     * {@code @Dropout} or {@code @StochasticDepth}.
     *
     * @param dropsImages whether it drops all values of an image or none
     */
    public record Dropout(Written<Double> rate, boolean dropsImages, Origin origin) {
        static Dropout read(AttributeReader dropout) {
            return new Dropout(
                    dropout.probability("rate"), dropout.annotation().equals("StochasticDepth"), dropout.origin());
        }

        /** The layer. */
        public LayerForm form() {
            return dropsImages
                    ? new StochasticDepth.Form(rate.value())
                    : new dev.netwright.operation.Dropout.Form(rate.value());
        }
    }
}
