package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.AnnotationOrigin;
import dev.netwright.processor.diagnostics.Finding;
import dev.netwright.processor.diagnostics.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole numbers that an attribute may have.
 *
 * @param range that they are in
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
     * The number that was read; tainted if it is illegal, which is a finding, or if there is none, which the compiler reports.
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

    /** A sign too many is the smallest slip that gives a number outside of its range. */
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
                + (isUnbounded() ? ", the smallest legal number, or more" : ", the nearest legal number");
    }

    /** A number, whole or not, that is out of its range. */
    static Finding outOfRange(AnnotationOrigin place, Object found, String expected, String fix) {
        return Finding.of(Problem.VALUE_RANGE, place, "found " + found + ", expected " + expected, fix);
    }

    /** What is to be done to give a number, of an array or alone. */
    static String assignment(String attribute, Object value, AnnotationOrigin place) {
        return place.path().endsWith("]") ? "use " + value + " in its place" : "set " + attribute + " = " + value;
    }

    /** Asks for what was probably meant, before the fix. */
    static String didYouMean(String attribute, Object value, AnnotationOrigin place) {
        return "did you mean " + (place.path().endsWith("]") ? "" : attribute + " = ") + value + "? If not, ";
    }
}
