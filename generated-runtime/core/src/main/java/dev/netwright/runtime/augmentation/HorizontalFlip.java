package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;

/** Mirrors a picture left to right with a probability, as torchvision's {@code RandomHorizontalFlip} does. */
public final class HorizontalFlip implements Augmentation {
    private final double probability;

    private HorizontalFlip(double probability) {
        this.probability = Ranges.probability(probability);
    }

    /**
     * Mirrors some of the pictures.
     *
     * @param probability probability of a flip, in [0, 1]
     * @return the augmentation
     * @throws IllegalArgumentException if the probability is out of range
     */
    public static HorizontalFlip withProbability(double probability) {
        return new HorizontalFlip(probability);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        if (!draw.happens(probability)) {
            return;
        }
        int height = canvas.height();
        int width = canvas.width();
        canvas.replace(height, width, (source, from, target, to) -> {
            for (int y = 0; y < height; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    target[to + row + x] = source[from + row + width - 1 - x];
                }
            }
        });
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "HorizontalFlip.withProbability(" + probability + ")";
    }
}
