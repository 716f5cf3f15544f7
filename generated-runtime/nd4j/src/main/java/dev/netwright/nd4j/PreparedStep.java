package dev.netwright.nd4j;

/** One prepared native operation: its arrays and numbers are bound, running it allocates nothing of ours. */
@FunctionalInterface
interface PreparedStep {
    /** Runs it. */
    void run();

    /** Nothing to do. */
    PreparedStep NONE = () -> {};
}
