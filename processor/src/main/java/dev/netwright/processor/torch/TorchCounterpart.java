package dev.netwright.processor.torch;

import java.util.List;

/** A dialect's counterpart of a spec's network. */
public sealed interface TorchCounterpart {
    /** The dialect, as one word. */
    String dialect();

    /**
     * A network.
     *
     * @param title its owner and name, such as {@code torchvision's VGG}
     * @param layers in our computing order, without those that have no counterpart among our layers
     */
    record Known(String dialect, String title, List<TorchLayer> layers) implements TorchCounterpart {
        /** Copies the list. */
        public Known {
            layers = List.copyOf(layers);
        }
    }

    /**
     * None.
     *
     * @param reason why, as a clause
     */
    record Absent(String dialect, String reason) implements TorchCounterpart {}
}
