package dev.netwright.runtime.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** PyTorch's rates from src/test/python/schedule_fixtures.py. */
final class PyTorchSchedules {
    private PyTorchSchedules() {}

    static double[] numbers(String name) {
        try (InputStream stream =
                Objects.requireNonNull(PyTorchSchedules.class.getResourceAsStream("pytorch_schedules.txt"))) {
            String line = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(candidate -> candidate.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(line.split(" "))
                    .skip(1)
                    .mapToDouble(PyTorchSchedules::number)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }
}
