package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.ParameterVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a sum follows from the number of its vectors. */
class TreeSumTest {
    /** A vector that is the text of how it was computed. */
    private static final class Term implements ParameterVector {
        private String text = "?";
        private boolean isClosed;

        @Override
        public void combine(double own, double factor, ParameterVector other) {
            String added = times(factor, ((Term) other).text);
            text = own == 0 ? added : "(" + added + "+" + times(own, text) + ")";
        }

        private static String times(double factor, String text) {
            return factor == 1 ? text : (int) factor + text;
        }

        @Override
        public void approach(ParameterVector other, double share) {
            throw new AssertionError("a sum approaches nothing");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static String sum(TreeSum sum, Term arriving, int count) {
        for (int i = 0; i < count; i++) {
            arriving.text = Character.toString('a' + i);
            if (i < count - 1) {
                sum.add(2);
            } else {
                sum.end(2);
            }
        }
        return arriving.text;
    }

    @ParameterizedTest
    @CsvSource({
        "2, (2a+2b)",
        "3, ((2a+2b)+2c)",
        "4, ((2a+2b)+(2c+2d))",
        "5, (((2a+2b)+(2c+2d))+2e)",
        "6, (((2a+2b)+(2c+2d))+(2e+2f))",
        "7, (((2a+2b)+(2c+2d))+((2e+2f)+2g))",
        "8, (((2a+2b)+(2c+2d))+((2e+2f)+(2g+2h)))"
    })
    void halvesAreSummedFirst(int count, String expected) {
        Term arriving = new Term();
        try (TreeSum sum = new TreeSum(arriving, 8, Term::new)) {
            assertThat(sum(sum, arriving, count)).isEqualTo(expected);
            assertThat(sum(sum, arriving, count)).as("a second sum").isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9})
    void noMoreVectorsAreTakenThanTheTreeHasLevels(int most) {
        List<Term> taken = new ArrayList<>();
        Term arriving = new Term();
        try (TreeSum sum = new TreeSum(arriving, most, () -> {
            taken.add(new Term());
            return taken.get(taken.size() - 1);
        })) {
            assertThat(taken).hasSize((int) Math.ceil(Math.log(most) / Math.log(2)));
            assertThat(taken).hasSize(TreeSum.levels(most));
            if (most > 1) {
                sum(sum, arriving, most);
            }
        }
        assertThat(taken).allMatch(term -> term.isClosed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSumThatWasGivenUpLeavesNothing(int added) {
        Term arriving = new Term();
        try (TreeSum sum = new TreeSum(arriving, 4, Term::new)) {
            for (int i = 0; i < added; i++) {
                sum.add(1);
            }
            sum.clear();
            assertThat(sum(sum, arriving, 2)).isEqualTo("(2a+2b)");
        }
    }
}
