package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.summary.NetworkStructure;

/**
 * What the training loop needs of a network.
 *
 * @param identity its name, and by what its files know it
 * @param structure its blocks and layers
 * @param images shape of one image
 * @param classes number of classes
 * @param programs its two programs
 * @param kernels what computes them
 * @param parameters initialized, made by the same kernel set
 */
public record Learner(
        NetworkIdentity identity,
        NetworkStructure structure,
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

    /** What a run freezes of it. */
    FrozenLayers frozen(Training training) {
        return training.lastFrozenBlock()
                .map(block -> FrozenPrefix.through(block, structure, parameters.table()))
                .orElse(FrozenLayers.NONE);
    }

    /** How a run computes it. */
    BindingOptions binding(Training training) {
        return new BindingOptions(training.seed(), training.labelSmoothing(), frozen(training));
    }

    /** How a run changes it. */
    UpdatePlan update(Training training) {
        Optimizer optimizer = training.optimizer();
        return new UpdatePlan(
                optimizer.rule(), optimizer.l2(), optimizer.decayed(), training.clipping(), frozen(training));
    }
}
