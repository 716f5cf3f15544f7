package dev.netwright.onednn.image;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.PlannedStep;
import java.util.Optional;

/** The two passes of a layer whose input, output and gradients have one layout. */
public interface ImageLayer {
    /** The layout in which it computes values that are given in another. */
    default Layout layout(Layout given) {
        return Stretches.layout(given);
    }

    /** Computes y from x. */
    PlannedStep forward(Tensor x, Tensor y);

    /**
     * Computes the gradients of the layer's parameters and of x.
     *
     * @param g the gradient of y
     * @param target of the gradient of x; empty if nobody needs it
     */
    PlannedStep backward(Tensor x, Tensor g, Optional<Tensor> target);
}
