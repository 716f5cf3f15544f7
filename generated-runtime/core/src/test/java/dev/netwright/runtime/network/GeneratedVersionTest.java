package dev.netwright.runtime.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class GeneratedVersionTest {
    private static final String ADVICE =
            ": use netwright-processor and netwright-runtime of one release, and compile the spec again";

    @Test
    void aClassOfAnotherVersionIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> NetworkType.generated(3, NeuralNetwork.class, state -> {
                    throw new AssertionError("no network is made of it");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(NeuralNetwork.class.getName()
                        + " was generated for version 3 of the runtime's interface, and this" + " runtime has version 2"
                        + ADVICE);
    }

    /** What such classes call first, before they name any type that is gone. */
    @Test
    void aClassOfTheFirstVersionIsRefusedByTheMethodThatItCalls() {
        assertThatThrownBy(() -> NetworkType.builder(NeuralNetwork.class, state -> {
                    throw new AssertionError("no network is made of it");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was generated for version 1 ")
                .hasMessageEndingWith(ADVICE);
    }
}
