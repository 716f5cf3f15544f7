package dev.netwright.runtime.kernel;

import dev.netwright.operation.Shape;

/** A batch norm would reduce over one value: a batch of one image, and one pixel in each channel. */
public final class SingleValueNormException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String fault;

    /** Names the norm, its shape and the fix. */
    public SingleValueNormException(String norm, Shape shape) {
        this("batch norm " + norm + " gets " + shape
                + " from a batch of 1 image, one value in each channel, and of one value there is no variance");
    }

    private SingleValueNormException(String fault) {
        super(fault + "; use batches of at least 2 images, and drop the last batch if it would have 1");
        this.fault = fault;
    }

    /** The message without the fix, for a caller that knows a better one. */
    public String fault() {
        return fault;
    }
}
