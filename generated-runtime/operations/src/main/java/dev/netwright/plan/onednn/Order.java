package dev.netwright.plan.onednn;

/** The order of a batch's values in memory. */
enum Order {
    /** Image by image, channel by channel, row by row. */
    PLANES,

    /** Eight channels of a pixel next to each other; zeros fill up the last block. */
    BLOCKS,

    /** All channels of a pixel next to each other. */
    PIXELS,

    /** Any order that the code prefers; valid in requests only. */
    ANY
}
