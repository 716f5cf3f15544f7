package dev.netwright.onednn.image;

import dev.netwright.onednn.memory.HostVector;

/** The sums of a batch for each channel, in double: those of each part, and these added in the order of the parts. */
final class ChannelSums {
    private final double[][] parts;

    ChannelSums(int parts, int channels) {
        this.parts = new double[parts][channels];
    }

    /** A part's sums, which whoever computes the part begins at 0. */
    double[] of(int part) {
        return parts[part];
    }

    /** Writes the sums of all parts. */
    void write(HostVector to) {
        float[] sums = to.values();
        for (int c = 0; c < sums.length; c++) {
            double sum = 0;
            for (double[] part : parts) {
                sum += part[c];
            }
            sums[c] = (float) sum;
        }
        to.write();
    }
}
