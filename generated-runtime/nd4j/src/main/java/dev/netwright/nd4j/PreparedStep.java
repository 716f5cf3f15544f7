package dev.netwright.nd4j;

/** One native operation with its arrays and numbers bound, so that running it allocates nothing. */
@FunctionalInterface
interface PreparedStep {
    /** Runs it. */
    void run();

    /** Nothing to do. */
    PreparedStep NONE = () -> {};
}
