package dev.netwright.processor.torch;

import java.util.List;

/** What a dialect has where a spec has its network. */
public sealed interface TorchCounterpart {
    /** Whose names they are: one word. */
    String dialect();

    /**
     * A network.
     *
     * @param title whose and which, such as {@code torchvision's VGG}
     * @param layers in the order in which ours computes them; what has no form of its own is left out
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
