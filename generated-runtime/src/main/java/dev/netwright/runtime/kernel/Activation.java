package dev.netwright.runtime.kernel;

/** A batch of values between two kernels, and its gradient in a training program: opaque but for its logical shape. */
public interface Activation {
    /** Shape of one image's values. */
    Shape shape();
}
