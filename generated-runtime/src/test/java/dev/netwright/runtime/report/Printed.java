package dev.netwright.runtime.report;

import dev.netwright.runtime.kernel.BoundBytes;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run of two epochs of three batches, told to a report; what the report made of it. */
final class Printed {
    static final EpochEnd FIRST = new EpochEnd(1, 2.28904, 0.1116, OptionalDouble.of(0.2304), 33.44);
    static final EpochEnd SECOND = new EpochEnd(2, 0.417, 0.847, OptionalDouble.of(0.836), 30);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    PrintStream stream() {
        return stream;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void tell(TrainingListener report, String device) {
        BoundBytes bytes = new BoundBytes(3 << 20, 0, 1 << 20, 0);
        report.started(new RunStart(
                device,
                "nd4j",
                Optional.of("Faster ones are not used."),
                12_345,
                678,
                64,
                3,
                2,
                7,
                1_234_567,
                1 << 20,
                bytes));
        for (EpochEnd epoch : List.of(FIRST, SECOND)) {
            for (int batch = 1; batch <= 3; batch++) {
                int done = 3 * (epoch.epoch() - 1) + batch;
                report.stepped(new StepEnd(epoch.epoch(), 2, batch, 3, 1.5, 0.25, 64L * done, 0.5 * done));
            }
            report.epochEnded(epoch);
        }
        report.ended(new RunEnd(device, List.of(FIRST, SECOND), 36144.960085));
    }
}
