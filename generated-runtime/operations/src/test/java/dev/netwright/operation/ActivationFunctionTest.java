package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ActivationFunctionTest {
    private static final Value VALUE = Value.vector("x", 3);

    @ParameterizedTest
    @CsvSource({
        "LEAKY_RELU, -0.1, a slope of at least 0 and below 1",
        "LEAKY_RELU, 1, a slope of at least 0 and below 1",
        "LEAKY_RELU, NaN, a slope of at least 0 and below 1",
        "ELU, 0, a finite alpha above 0",
        "ELU, Infinity, a finite alpha above 0",
        "ELU, NaN, a finite alpha above 0",
        "RELU, 0.1, no number but 0",
        "GELU, NaN, no number but 0"
    })
    void aNumberOutOfItsRangeIsRejected(ActivationKind kind, double number, String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActivationFunction(kind, number))
                .withMessage(kind + ": expected " + range + ", found " + number);
    }

    /** Weights, checkpoints and generated classes contain these texts. */
    @Test
    void textsOfFunctionsNeverChange() {
        assertThat(List.of(
                        fingerprint(ActivationFunction.RELU),
                        fingerprint(ActivationFunction.HARD_SWISH),
                        fingerprint(ActivationFunction.RELU6),
                        fingerprint(ActivationFunction.leakyRelu(0.5)),
                        fingerprint(ActivationFunction.elu(2)),
                        fingerprint(ActivationFunction.GELU_TANH)))
                .containsExactly(
                        "activation RELU",
                        "activation HARD_SWISH",
                        "activation RELU6",
                        "activation LEAKY_RELU 0x1.0p-1",
                        "activation ELU 0x1.0p1",
                        "activation GELU_TANH");
    }

    @Test
    void wordsHaveTheNumber() {
        assertThat(ActivationFunction.leakyRelu(0.1).words()).isEqualTo("leaky_relu 0.1");
        assertThat(ActivationFunction.elu(1).words()).isEqualTo("elu 1");
        assertThat(ActivationFunction.HARD_SIGMOID.words()).isEqualTo("hard_sigmoid");
    }

    /** What a generated class calls gives the function again. */
    @ParameterizedTest
    @EnumSource
    void theListedCallNamesTheFunction(ActivationKind kind) {
        ActivationFunction function = new ActivationFunction(kind, kind.isNumbered() ? 0.25 : 0);
        NetworkLayersBuilder network = NetworkLayers.of(Shape.features(3)).block("only");
        ListedCall call = Activation.of("f", VALUE, function).call();
        switch (call.method()) {
            case "identity" -> network.identity("f");
            case "relu" -> network.relu("f");
            case "sigmoid" -> network.sigmoid("f");
            case "tanh" -> network.tanh("f");
            case "leakyRelu" -> network.leakyRelu("f", (Double) call.arguments().get(0));
            case "elu" -> network.elu("f", (Double) call.arguments().get(0));
            case "activation" ->
                network.activation("f", (ActivationFunction) call.arguments().get(0));
            default -> throw new IllegalArgumentException(call.method());
        }
        NetworkLayers layers = network.linear("classes", 2).crossEntropy();
        assertThat(layers.layers().findFirst().map(layer -> ((Activation) layer).function()))
                .contains(function);
    }

    private static String fingerprint(ActivationFunction function) {
        return new Activation.Form(function).fingerprint();
    }
}
