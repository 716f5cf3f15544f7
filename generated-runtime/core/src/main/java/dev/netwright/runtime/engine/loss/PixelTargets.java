package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.Target;

/** The classes of pixels among a batch's targets. */
final class PixelTargets {
    private PixelTargets() {}

    /**
     * Requires a class, or {@link Target.PerPixel#IGNORED}, for each pixel.
     *
     * @throws IllegalArgumentException names the first pixel that has neither
     */
    static void require(Target.PerPixel target, float... targets) {
        for (int i = 0; i < targets.length; i++) {
            float label = targets[i];
            if (!(label >= Target.PerPixel.IGNORED && label < target.classes() && label == Math.rint(label))) {
                int pixel = i % target.pixels();
                throw new IllegalArgumentException(
                        "the target of a pixel must be a class from 0 to " + (target.classes() - 1)
                                + ", or " + Target.PerPixel.IGNORED + " for a pixel that doesn't count, found " + label
                                + " in row "
                                + pixel / target.width() + ", column " + pixel % target.width() + " of image "
                                + i / target.pixels()
                                + " of the batch");
            }
        }
    }
}
