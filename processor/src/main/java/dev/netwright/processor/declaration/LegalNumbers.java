package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole numbers that are legal for an attribute.
 *
 * @param range the interval that contains them
 * @param areOdd whether only its odd numbers are legal
 */
record LegalNumbers(Interval range, boolean areOdd) {
    static final LegalNumbers ODD = new LegalNumbers(Interval.POSITIVE, true);

    static LegalNumbers atLeast(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    static LegalNumbers between(int least, int most) {
        return new LegalNumbers(new Interval(least, most), false);
    }

    /**
     * The number that was read. It is tainted if it is illegal, which is a finding, or missing, which the compiler
     * reports.
     *
     * @param attribute the attribute's name
     */
    WrittenNumber read(Optional<Integer> value, String attribute, AnnotationOrigin place, Consumer<Finding> findings) {
        Optional<WrittenNumber> legal = value.filter(this::contain).map(number -> WrittenNumber.of(number, place));
        if (legal.isEmpty()) {
            value.ifPresent(number -> findings.accept(outOfRange(
                    place,
                    number,
                    expected(),
                    (isSlip(number) ? didYouMean(attribute, -number, place) : "") + fix(number, attribute, place))));
        }
        return legal.orElse(new WrittenNumber(range, place));
    }

    private boolean contain(int number) {
        return number >= range.least() && number <= range.most() && (!areOdd || number % 2 == 1);
    }

    /** A superfluous sign is the smallest slip that leads to a number outside of its range. */
    private boolean isSlip(int number) {
        return number < 0 && number != Integer.MIN_VALUE && -number != range.least() && contain(-number);
    }

    private boolean isUnbounded() {
        return range.most() == Integer.MAX_VALUE;
    }

    private String expected() {
        if (areOdd) {
            return "an odd number of at least " + range.least();
        }
        return isUnbounded() ? "at least " + range.least() : range.least() + " to " + range.most();
    }

    private String fix(int number, String attribute, AnnotationOrigin place) {
        if (areOdd) {
            int below = Math.max(1, number - 1);
            return assignment(attribute, below, place) + (number < 1 ? "" : " or " + (below + 2));
        }
        int nearest = Math.max(range.least(), Math.min(number, range.most()));
        return assignment(attribute, nearest, place)
                + (isUnbounded() ? ", the smallest legal number, or a larger one" : ", the nearest legal number");
    }

    /** The finding for a number, whole or not, that is out of its range. */
    static Finding outOfRange(AnnotationOrigin place, Object found, String expected, String fix) {
        return Finding.of(Problem.VALUE_RANGE, place, "found " + found + ", expected " + expected, fix);
    }

    /** The fix that sets a number, in an array or alone. */
    static String assignment(String attribute, Object value, AnnotationOrigin place) {
        return place.path().endsWith("]") ? "replace it with " + value : "set " + attribute + " = " + value;
    }

    /** Asks for the probably intended number, before the fix. */
    static String didYouMean(String attribute, Object value, AnnotationOrigin place) {
        return "did you mean " + (place.path().endsWith("]") ? "" : attribute + " = ") + value + "? If not, ";
    }
}
