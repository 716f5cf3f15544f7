package dev.netwright.commandline.bench;

import dev.netwright.runtime.network.NetworkType;

/**
 * A network with its options for the benchmark.
 *
 * @param name name on the command line
 * @param type the network
 * @param batch images per step, at least 1
 * @param rate learning rate of a training step
 */
public record Workload(String name, NetworkType<?> type, int batch, double rate) {
    /**
     * A network with the default options: batches of 32 and a rate of 0.01.
     *
     * @param name name on the command line
     * @param type the network
     * @return the workload
     */
    public static Workload ofType(String name, NetworkType<?> type) {
        return new Workload(name, type, 32, 0.01);
    }

    /**
     * Sets the batch size.
     *
     * @param images images per step, at least 1
     * @return a changed copy
     */
    public Workload withBatch(int images) {
        return new Workload(name, type, images, rate);
    }
}
