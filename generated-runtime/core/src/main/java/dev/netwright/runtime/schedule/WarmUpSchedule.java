package dev.netwright.runtime.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/** {@link Schedule#warmUp}. */
record WarmUpSchedule(Schedule then, double epochs, double from) implements Schedule {
    private static final MathContext DIGITS = new MathContext(4);

    WarmUpSchedule {
        Range.require("epochs", epochs, 0, Double.MAX_VALUE);
        Range.require("from", from, 0, 1);
    }

    @Override
    public double factor(RunPosition position) {
        long steps = steps(position);
        return position.step() < steps
                ? from + (1 - from) * position.step() / steps
                : then.factor(position.after(steps));
    }

    @Override
    public List<String> notes(RunPosition begin) {
        double exact = epochs * begin.stepsPerEpoch();
        long steps = steps(begin);
        Stream<String> rounded = exact == steps
                ? Stream.empty()
                : Stream.of("the warm-up takes " + steps + " whole steps, for " + shortened(epochs) + " epochs of "
                        + begin.stepsPerEpoch() + " are " + shortened(exact));
        return Stream.concat(rounded, then.notes(begin).stream()).toList();
    }

    private static String shortened(double number) {
        return BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private long steps(RunPosition position) {
        return Math.round(epochs * position.stepsPerEpoch());
    }
}
