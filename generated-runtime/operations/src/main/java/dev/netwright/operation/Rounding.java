package dev.netwright.operation;

/** How a pool's output size is rounded when its windows don't cover the image exactly. */
public enum Rounding {
    /** Rows and columns that don't fill a window are not read. */
    DOWN,
    /** The last window reaches past the padded image. */
    UP
}
