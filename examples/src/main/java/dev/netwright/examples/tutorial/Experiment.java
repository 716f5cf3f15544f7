package dev.netwright.examples.tutorial;

import dev.netwright.runtime.network.NetworkType;
import java.util.Optional;

/**
 * A training on Fashion-MNIST that a tutorial or docs/modern-recipe.md describes. The recipe brings the images to the size that the network takes.
 *
 * @param name what it is called on the command line
 * @param batch images in a step
 * @param rate learning rate of every step
 * @param reported what the tutorial says came out, if it does
 */
record Experiment(
        String name,
        NetworkType<?> network,
        Recipe recipe,
        int batch,
        double rate,
        int epochs,
        Optional<Reported> reported) {
    /**
     * A tutorial's figures of the last epoch.
     *
     * @param examplesPerSecond of training steps on the tutorial's {@code cuda:0}
     */
    record Reported(double loss, double trainAccuracy, double testAccuracy, double examplesPerSecond) {}
}
