package dev.netwright.onednn.image;

/** Mean and {@code 1 / sqrt(var + epsilon)} of each image's groups. */
final class GroupStatistics {
    private final int groups;
    private final double[] means;
    private final double[] factors;

    GroupStatistics(int images, int groups) {
        this.groups = groups;
        means = new double[images * groups];
        factors = new double[means.length];
    }

    double mean(int image, int group) {
        return means[image * groups + group];
    }

    double factor(int image, int group) {
        return factors[image * groups + group];
    }

    void setMean(int image, int group, double mean) {
        means[image * groups + group] = mean;
    }

    void setFactor(int image, int group, double factor) {
        factors[image * groups + group] = factor;
    }
}
