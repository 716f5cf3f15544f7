package dev.netwright.runtime.engine.optimizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What {@code optimizer_fixtures.py} wrote: numbers by name. */
final class PyTorchSteps {
    private static final Map<String, float[]> NUMBERS = read();

    private PyTorchSteps() {}

    private static Map<String, float[]> read() {
        try (InputStream file =
                Objects.requireNonNull(PyTorchSteps.class.getResourceAsStream("pytorch_optimizers.txt"))) {
            Map<String, float[]> numbers = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> numbers.put(words[0], numbers(words)));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] numbers(String... words) {
        float[] numbers = new float[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(words[i + 1]);
        }
        return numbers;
    }

    static float[] of(String name) {
        return Objects.requireNonNull(NUMBERS.get(name), name).clone();
    }

    /** Steps of each optimizer. */
    static int steps() {
        return of("rates").length;
    }

    /** The optimizers' names. */
    static Stream<String> optimizers() {
        return NUMBERS.keySet().stream()
                .filter(name -> name.endsWith(".step1"))
                .map(name -> name.substring(0, name.indexOf('.')));
    }
}
