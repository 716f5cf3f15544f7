package dev.netwright.processor.torch;

import dev.netwright.operation.LayerForm;

/**
 * A layer of a PyTorch network.
 *
 * @param module the prefix of its tensors' names in a {@code state_dict}; empty if it has no tensors
 * @param form its computation, as {@link LayerForm#torchForm} describes it
 * @param isOnPixels whether it is a fully connected layer that reads each pixel, where ours is a 1x1 convolution
 */
record TorchLayer(String module, String form, boolean isOnPixels) {
    /**
     * The form of a fully connected layer that reads a vector, and the beginning of the form of one that reads maps.
     */
    private static final String LINEAR = "Linear";

    private static final String LINEAR_ON_MAP = LINEAR + " on maps of ";

    /** A layer whose tensors have the shapes of ours. */
    TorchLayer(String module, String form) {
        this(module, form, false);
    }

    /**
     * Whether one of our layers with that form computes the same. The maps that a fully connected layer reads matter
     * only if the form states them.
     */
    boolean computes(String ours) {
        return ours.equals(form) || (form.equals(LINEAR) && ours.startsWith(LINEAR_ON_MAP));
    }

    @Override
    public String toString() {
        return module.isEmpty() ? form : form + " (" + module + ")";
    }
}
