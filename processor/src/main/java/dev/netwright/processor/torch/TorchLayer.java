package dev.netwright.processor.torch;

/**
 * A layer of a PyTorch network.
 *
 * @param module what its tensors' names begin with in a {@code state_dict}; empty if it has none
 * @param form what it computes, as {@link LayerForm} says it
 */
record TorchLayer(String module, String form) {
    /** Whether a layer of ours of that form computes the same. Which map a fully connected layer reads matters only where it is said. */
    boolean computes(String ours) {
        return ours.equals(form) || (form.equals(LayerForm.LINEAR) && ours.startsWith(LayerForm.LINEAR_ON_MAP));
    }

    @Override
    public String toString() {
        return module.isEmpty() ? form : form + " (" + module + ")";
    }
}
