package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Shape;

/**
 * What the training loop needs of a network.
 *
 * @param identity its name, and by what its files know it
 * @param images shape of one image
 * @param classes number of classes
 * @param programs its two programs
 * @param kernels what computes them
 * @param parameters initialized, made by the same kernel set
 */
public record Learner(
        NetworkIdentity identity,
        Shape images,
        int classes,
        Programs programs,
        KernelSet kernels,
        ParameterMemory parameters) {
    /** For messages. */
    String name() {
        return identity.name();
    }

    /** The network as files know it. */
    ExpectedNetwork expected() {
        return new ExpectedNetwork(identity, SavedTensors.shapes(parameters.table()));
    }
}
