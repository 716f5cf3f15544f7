package dev.netwright.commandline.bench;

import dev.netwright.runtime.network.NetworkType;

/**
 * A network as it is benchmarked.
 *
 * @param name what it is called on the command line
 * @param batch images in a step, at least 1
 * @param rate learning rate of a training step
 */
public record Workload(String name, NetworkType<?> type, int batch, double rate) {
    /** A network of which nobody has said how it is to be benchmarked: batches of 32 at a rate of 0.01. */
    public static Workload ofType(String name, NetworkType<?> type) {
        return new Workload(name, type, 32, 0.01);
    }

    /** The same with another batch. */
    public Workload withBatch(int images) {
        return new Workload(name, type, images, rate);
    }
}
