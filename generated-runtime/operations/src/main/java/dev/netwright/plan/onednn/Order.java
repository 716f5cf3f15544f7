package dev.netwright.plan.onednn;

/** In which order the values of a batch of images lie in memory. */
enum Order {
    /** Image by image, channel by channel, row by row. */
    PLANES,

    /** Eight channels of a pixel next to each other; the last block is filled up with zeros. */
    BLOCKS,

    /** All channels of a pixel next to each other. */
    PIXELS,

    /** Whatever the code likes best: only in a request. */
    ANY
}
