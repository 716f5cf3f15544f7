package dev.netwright.operation;

/** How a pool's output size is rounded where its windows don't cover the image exactly. */
public enum Rounding {
    /** What is left of the last window is not read. */
    DOWN,
    /** The last window reaches past the padded image. */
    UP
}
