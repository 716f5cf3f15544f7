package dev.netwright.tests.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.training.ResumeException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of everything that is wrong a user is told the thing, what was expected, what was found and the cure. */
class MalformedInputTest {
    @TempDir
    private Path folder;

    static Stream<WrongInput> inputs() {
        return Stream.of(
                        WrongWeights.ALL,
                        WrongCheckpoints.ALL,
                        WrongIdx.ALL,
                        WrongLists.ALL,
                        WrongPictures.ALL,
                        WrongOptions.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void theUserIsToldWhatIsWrongAndWhatHelps(WrongInput input) {
        Throwable told = catchThrowable(() -> input.use().in(folder));
        assertThat(told)
                .isInstanceOfAny(
                        WeightsException.class,
                        ResumeException.class,
                        MalformedDataException.class,
                        UncheckedIOException.class,
                        IllegalArgumentException.class);
        assertThat(neutral(String.valueOf(told.getMessage()))).isEqualTo(input.message());
    }

    /** Without what differs from machine to machine, or whenever a network's plan changes. */
    private String neutral(String message) {
        return message.replace(folder.toString(), "<folder>")
                .replaceAll("\\b[0-9a-f]{64}\\b", "<fingerprint>")
                .replaceAll("'[0-9a-f]{8}'", "'<checksum>'");
    }

    @Test
    void thereAreFortyOrMoreAndEachHasAName() {
        assertThat(inputs()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(inputs().map(WrongInput::name)).doesNotHaveDuplicates();
    }
}
