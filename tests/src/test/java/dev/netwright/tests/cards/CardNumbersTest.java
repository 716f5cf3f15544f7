package dev.netwright.tests.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Mode;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.plan.onednn.OneDnnReference;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.models.ModelClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A card says what the class says. */
final class CardNumbersTest {
    /** Of {@code [N, 64, 56, 56]}, what is around the sizes. */
    private static final String BATCH = "\\[N, |]";

    /** The batch whose memory a card draws. */
    private static final int SHOWN_BATCH = 32;

    static Stream<Named<NetworkType<?>>> types() {
        return ModelClasses.types().stream().map(type -> Named.of(type.name(), type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void layersAreThoseOfTheSummary(NetworkType<?> type) {
        List<String> card = Card.of(type).layers().stream()
                .map(cells -> words(cells.get(0), cells.get(2), cells.get(3), cells.get(4), cells.get(6)))
                .toList();

        List<String> summary = type.summary()
                .lines()
                .filter(line -> !line.startsWith("layer ") && !line.startsWith("images "))
                .map(line -> words(line.replaceAll(BATCH, "").replace(", ", "×")))
                .toList();
        assertThat(card).isEqualTo(summary);
    }

    private static String words(String... texts) {
        return String.join(" ", texts).strip().replaceAll(" +", " ");
    }

    @ParameterizedTest
    @MethodSource("types")
    void bytesAreThoseOfTheClass(NetworkType<?> type) throws ReflectiveOperationException {
        Card card = Card.of(type);
        Class<?> network = Class.forName(type.name());

        NetworkLayers layers = type.programs().layers();
        assertThat(card.training().bytes())
                .isEqualTo(OneDnnReference.of(layers, Mode.TRAINING, SHOWN_BATCH).bindingBytes());
        assertThat(card.inference().bytes())
                .isEqualTo(OneDnnReference.of(layers, Mode.INFERENCE, SHOWN_BATCH).bindingBytes());
        for (int batch : List.of(1, 64, 256)) {
            assertThat(card.batch(batch))
                    .containsExactly(
                            training(network, batch, 0),
                            training(network, batch, 1),
                            training(network, batch, 2),
                            (Long) network.getMethod("inferenceBytes", int.class)
                                    .invoke(null, batch));
        }
    }

    private static Long training(Class<?> network, int batch, int states) throws ReflectiveOperationException {
        return (Long) network.getMethod("trainingBytes", int.class, int.class).invoke(null, batch, states);
    }
}
