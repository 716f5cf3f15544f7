package dev.netwright.operation;

/** How a pool reduces its window. */
public enum PoolKind {
    /** The largest value; its gradient goes to the first position that holds it. */
    MAX,
    /** The mean over the window, padding included, as PyTorch counts by default. */
    AVERAGE,
    /** The mean over the part of the window inside the image, as PyTorch counts with {@code count_include_pad=False}. */
    AVERAGE_WITHOUT_PADDING;

    /** {@return whether it is a mean} */
    public boolean isMean() {
        return this != MAX;
    }
}
