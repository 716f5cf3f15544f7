package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stage that averages an image to a given size, whatever its own, as PyTorch's {@code nn.AdaptiveAvgPool2d}. Output
 * row i is the mean of the input rows from {@code floor(i H / rows)} up to, but not including,
 * {@code ceil((i + 1) H / rows)}; the same holds for columns. {@link GlobalAveragePool} is the pool to one pixel.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdaptiveAveragePool {
    /** {@return the number of output rows, at least 1} */
    int rows();

    /** {@return the number of output columns, at least 1} */
    int columns();
}
