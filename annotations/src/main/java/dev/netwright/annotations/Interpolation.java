package dev.netwright.annotations;

/** How an {@link Upsample} computes new rows and columns. */
public enum Interpolation {
    /** New row i is a copy of row {@code floor(i H / H')}. */
    NEAREST,
    /** Linear in rows and columns between the two nearest pixels' centres. */
    BILINEAR
}
