package dev.netwright.operation;

/** How an upsampling computes new rows and columns; {@link SideWeights} has the formulas. */
public enum Interpolation {
    /** Copies of the pixel before: {@code floor(i H / H')}. */
    NEAREST,
    /** Linear in rows and columns between pixels' centres, as PyTorch's {@code align_corners=False}. */
    BILINEAR,
    /** Linear in rows and columns, the corners keep their values, as PyTorch's {@code align_corners=True}. */
    BILINEAR_BETWEEN_CORNERS;

    /** {@return the weights of one side} */
    SideWeights weights(int from, int to) {
        return switch (this) {
            case NEAREST -> SideWeights.nearest(from, to);
            case BILINEAR -> SideWeights.linear(from, to);
            case BILINEAR_BETWEEN_CORNERS -> SideWeights.linearBetweenCorners(from, to);
        };
    }
}
