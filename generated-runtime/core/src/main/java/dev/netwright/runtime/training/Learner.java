package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.checkpoint.ExpectedNetwork;
import dev.netwright.runtime.checkpoint.NetworkIdentity;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.LossWeights;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.summary.NetworkStructure;
import java.util.List;

/**
 * What the training loop needs to know about a network.
 *
 * @param identity the network's name and fingerprint
 * @param structure its blocks and layers
 * @param images shape of one image
 * @param classes number of classes
 * @param programs its programs for training and inference
 * @param kernels the kernel set that computes them
 * @param parameters initialized parameters, created by the same kernel set
 */
public record Learner(
        NetworkIdentity identity,
        NetworkStructure structure,
        Shape images,
        int classes,
        Programs programs,
        KernelSet kernels,
        ParameterMemory parameters) {
    /** The network's name, for messages. */
    String name() {
        return identity.name();
    }

    /** The loss that training minimizes. */
    Loss loss() {
        return programs.layers().losses().get(0);
    }

    /** The tensors that a file of this network must have. */
    ExpectedNetwork expected() {
        return new ExpectedNetwork(identity, SavedTensors.shapes(parameters.table()));
    }

    /** The layers that a run freezes. */
    FrozenLayers frozen(Training training) {
        return training.lastFrozenBlock()
                .map(block -> FrozenPrefix.through(block, structure, parameters.table()))
                .orElse(FrozenLayers.NONE);
    }

    /** How a run binds the network. */
    BindingOptions binding(Training training) {
        return new BindingOptions(training.seed(), training.labelSmoothing(), frozen(training), weights(training));
    }

    /** The weights of the outputs in a run's loss, of classes or of labels. */
    LossWeights weights(Training training) {
        return training.classWeights().isNone() ? training.positiveWeights() : training.classWeights();
    }

    /**
     * How a run updates the parameters.
     *
     * @throws IllegalArgumentException if a learning rate is given for a layer that doesn't exist
     */
    UpdatePlan update(Training training) {
        Optimizer optimizer = training.optimizer();
        List<String> unfit = optimizer.layerRates().unfit(parameters.table());
        if (!unfit.isEmpty()) {
            throw new SettingException(
                    name() + " has no layer with parameters whose name begins with " + unfit.get(0)
                            + ", to give it a learning rate",
                    Fix.of("name one of its layers " + layersWithParameters() + " with ", Setting.LAYER_RATES));
        }
        return new UpdatePlan(
                optimizer.rule(),
                optimizer.l2(),
                optimizer.decayed(),
                training.clipping(),
                frozen(training),
                optimizer.layerRates());
    }

    private List<String> layersWithParameters() {
        return parameters.table().parameters().stream()
                .map(Parameter::layer)
                .distinct()
                .toList();
    }
}
