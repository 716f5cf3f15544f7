package dev.netwright.runtime.augmentation;

/** How a picture is read between its pixels, as Pillow and torchvision name it. */
public enum Interpolation {
    /** The nearest pixel: torchvision's default for RandAugment and TrivialAugment. */
    NEAREST,
    /** Between the four nearest pixels, in proportion to their distances, rounded down. */
    BILINEAR
}
