package dev.netwright.runtime.kernel;

import dev.netwright.operation.Shape;

/**
 * A batch norm in training would compute the variance of a single value: the batch has one image, and each channel of
 * the norm's input has one pixel.
 */
public final class SingleValueNormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The fault without its fix. */
    private final String fault;

    /**
     * Names the norm, its input's shape and the fix.
     *
     * @param norm the norm's name
     * @param shape of one image at the norm's input
     */
    public SingleValueNormException(String norm, Shape shape) {
        this("batch norm " + norm + " gets " + shape
                + " from a batch of 1 image, one value in each channel, and of one value there is no variance");
    }

    private SingleValueNormException(String fault) {
        super(fault + "; use batches of at least 2 images, and drop the last batch if it would have 1");
        this.fault = fault;
    }

    /**
     * The message without the fix, for a caller that knows a better fix.
     *
     * @return a sentence without its full stop
     */
    public String fault() {
        return fault;
    }
}
