package dev.netwright.processor.torch;

import dev.netwright.operation.LayerForm;

/**
 * A layer of a PyTorch network.
 *
 * @param module what its tensors' names begin with in a {@code state_dict}; empty if it has none
 * @param form what it computes, as {@link LayerForm#torchForm} says it
 */
record TorchLayer(String module, String form) {
    /** How a fully connected layer is written that reads a vector, and how one begins that reads a map. */
    private static final String LINEAR = "Linear";

    private static final String LINEAR_ON_MAP = LINEAR + " on maps of ";

    /** Whether a layer of ours of that form computes the same. Which map a fully connected layer reads matters only where it is said. */
    boolean computes(String ours) {
        return ours.equals(form) || (form.equals(LINEAR) && ours.startsWith(LINEAR_ON_MAP));
    }

    @Override
    public String toString() {
        return module.isEmpty() ? form : form + " (" + module + ")";
    }
}
