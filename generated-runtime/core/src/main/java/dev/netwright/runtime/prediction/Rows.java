package dev.netwright.runtime.prediction;

import java.util.List;

/** Rows of a network's output. */
final class Rows {
    private Rows() {}

    /**
     * Requires complete rows of finite numbers.
     *
     * @throws IllegalArgumentException names the first fault
     */
    static void require(String what, List<String> names, float... numbers) {
        if (names.isEmpty() || numbers.length % names.size() != 0) {
            throw new IllegalArgumentException(
                    what + " must be rows of " + names.size() + ", one for each name, found " + numbers.length);
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw new IllegalArgumentException(what + " must be finite, found " + numbers[i] + " for picture "
                        + i / names.size() + "; load weights from before the loss became NaN");
            }
        }
    }
}
