package dev.netwright.tests.parity;

/** A value and its gradient as a kernel has them, which nobody outside of its kernel set has any business with. */
interface TensorAccess {
    void multiplyValue(double factor);

    boolean hasGradient();

    /** Called before a backward; the result, behind it, multiplies what the backward has written or added. */
    Runnable multiplyWhatIsAdded(double factor);
}
