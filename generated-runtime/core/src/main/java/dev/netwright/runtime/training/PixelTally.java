package dev.netwright.runtime.training;

import dev.netwright.operation.Target;
import java.util.ArrayList;
import java.util.List;

/** Counts the pixels of each class that a network gets right and wrong, image by image. */
public final class PixelTally {
    private final List<String> labels;
    private final long[] right;
    private final long[] wronglyTaken;
    private final long[] missed;
    private int images;

    /**
     * A tally without images.
     *
     * @param labels names of the classes
     */
    public PixelTally(List<String> labels) {
        this.labels = List.copyOf(labels);
        right = new long[labels.size()];
        wronglyTaken = new long[labels.size()];
        missed = new long[labels.size()];
    }

    /** The number of classes. */
    int classes() {
        return labels.size();
    }

    /**
     * Adds an image. A pixel's class is the one with the largest logit, the first if several are equal.
     *
     * @param targets array that holds the class of each pixel, or {@link Target.PerPixel#IGNORED}
     * @param first index of the first pixel's class
     * @param logits array that holds the image's logits, planar
     * @param offset index of the first logit
     * @param pixels number of pixels
     */
    public void add(float[] targets, int first, float[] logits, int offset, int pixels) {
        for (int pixel = 0; pixel < pixels; pixel++) {
            int label = (int) targets[first + pixel];
            if (label != Target.PerPixel.IGNORED) {
                int taken = largest(logits, offset + pixel, pixels, labels.size());
                if (taken == label) {
                    right[label]++;
                } else {
                    wronglyTaken[taken]++;
                    missed[label]++;
                }
            }
        }
        images++;
    }

    /**
     * The class of a pixel.
     *
     * @param logits array that holds an image's logits, planar
     * @param place index of the pixel's first logit
     * @param pixels number of pixels between the logits of a pixel
     * @param classes number of classes
     * @return the class with the largest logit, the first if several are equal
     */
    public static int largest(float[] logits, int place, int pixels, int classes) {
        int largest = 0;
        for (int k = 1; k < classes; k++) {
            largest = logits[place + k * pixels] > logits[place + largest * pixels] ? k : largest;
        }
        return largest;
    }

    /**
     * The scores of the images so far.
     *
     * @return their evaluation
     */
    public PixelEvaluation evaluation() {
        List<PixelEvaluation.Counts> counts = new ArrayList<>();
        for (int k = 0; k < labels.size(); k++) {
            counts.add(new PixelEvaluation.Counts(right[k], wronglyTaken[k], missed[k]));
        }
        return new PixelEvaluation(labels, images, counts);
    }
}
