package dev.netwright.runtime.random;

import java.util.function.DoubleSupplier;

/**
 * Numbers of the symmetric beta distribution {@code Beta(alpha, alpha)} from uniform ones. Transcendental functions are
 * {@link StrictMath}'s, so the numbers are the same on every machine.
 */
public final class BetaDraw {
    private BetaDraw() {}

    /**
     * Draws a number: up to an alpha of 1 by Jöhnk's method (1964), above by two gamma variates of Marsaglia and Tsang
     * (2000). Both reject some of their uniform numbers.
     *
     * @param alpha above 0
     * @param uniform gives uniform numbers above 0 and below 1
     * @return from 0 to 1
     */
    public static double symmetric(double alpha, DoubleSupplier uniform) {
        if (alpha > 1) {
            double first = gamma(alpha, uniform);
            return first / (first + gamma(alpha, uniform));
        }
        while (true) {
            // Logarithms of two powers, of which both may underflow.
            double first = StrictMath.log(uniform.getAsDouble()) / alpha;
            double second = StrictMath.log(uniform.getAsDouble()) / alpha;
            double larger = Math.max(first, second);
            double sum = StrictMath.exp(first - larger) + StrictMath.exp(second - larger);
            if (larger + StrictMath.log(sum) <= 0) {
                return StrictMath.exp(first - larger) / sum;
            }
        }
    }

    private static double gamma(double alpha, DoubleSupplier uniform) {
        double d = alpha - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = StrictMath.sqrt(-2 * StrictMath.log(uniform.getAsDouble()))
                    * StrictMath.cos(2 * Math.PI * uniform.getAsDouble());
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0
                    && StrictMath.log(uniform.getAsDouble())
                            < normal * normal / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
