package dev.netwright.runtime.network;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** A network by its class's name, where there is none: the found ones are those of the command line's tests. */
public final class NamedNetworkTest {
    private static final String PACKAGE = "dev.netwright.runtime.network.";

    /** A spec as the compiler leaves it if no processor ran. */
    interface UnprocessedSpec {}

    /** What the processor writes for a spec with errors. */
    public static final class Faulty {
        public static final NetworkType<?> TYPE = NetworkType.ofFaultySpec("FaultySpec");

        private Faulty() {}
    }

    @Test
    void aSpecWithoutClassTellsOfTheProcessorThatDidNotRun() {
        assertThatExceptionOfType(MissingNetworkException.class)
                .isThrownBy(() -> NetworkType.named(PACKAGE + "NamedNetworkTest$Unprocessed"))
                .withMessageStartingWith("there is no class " + PACKAGE + "NamedNetworkTest$Unprocessed, but its spec "
                        + PACKAGE + "NamedNetworkTest$UnprocessedSpec is there")
                .withMessageContainingAll(
                        "annotationProcessorPaths", "-processorpath", "annotationProcessor with Gradle");
    }

    @Test
    void anUnknownNameIsToldAsSuch() {
        assertThatExceptionOfType(MissingNetworkException.class)
                .isThrownBy(() -> NetworkType.named("garments.Garments"))
                .withMessage("there is no class garments.Garments: expected the full name of a generated class, such as"
                        + " dev.netwright.models.vgg.ImageNetVgg16");
    }

    @Test
    void aClassThatIsNoNetworkIsToldAsSuch() {
        assertThatExceptionOfType(MissingNetworkException.class)
                .isThrownBy(() -> NetworkType.named("java.lang.String"))
                .withMessageStartingWith("java.lang.String is no generated network");
        assertThatExceptionOfType(MissingNetworkException.class)
                .isThrownBy(() -> NetworkType.named("java.lang.Integer"))
                .withMessageStartingWith("java.lang.Integer is no generated network");
    }

    @Test
    void theClassOfAFaultySpecTellsOfItsErrors() {
        assertThatExceptionOfType(FaultySpecException.class)
                .isThrownBy(() -> NamedNetwork.find(Faulty.class.getName(), NamedNetworkTest.class.getClassLoader()))
                .withMessageStartingWith("FaultySpec has errors");
    }
}
