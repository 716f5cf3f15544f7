package dev.netwright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization over the channels of each pixel, or over the units of a vector:
 * {@code y = weight * (x - mean) / sqrt(variance + epsilon) + bias}, with mean and biased variance of the pixel's
 * channels (Ba et al., "Layer normalization", 2016, equation 3; over pixels as in Liu et al., "A ConvNet for the
 * 2020s", 2022, section 2.6). Weight and bias have one value for each channel or unit. Images don't depend on each
 * other, and training and inference compute the same. PyTorch's {@code LayerNorm} of a vector, and torchvision's
 * {@code LayerNorm2d} of an image.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNorm {
    /** {@return the number added to the variance, above 0; PyTorch's default, where ConvNeXt has 1e-6} */
    double epsilon() default 1e-5;
}
