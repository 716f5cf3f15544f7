package dev.netwright.onednn.image;

/** {@code xhat = (x - mean) / sqrt(var + epsilon)} over the channels of each pixel: the mean first, and then the squares of what is left. */
final class PixelNorm {
    private final Stretches images;
    private final double epsilon;
    private final PixelSums sums;
    private final float[] numbers;
    private final float[] rests;

    PixelNorm(Chunks chunks, double epsilon) {
        images = chunks.images();
        this.epsilon = epsilon;
        sums = new PixelSums(chunks);
        numbers = new float[chunks.pixels()];
        rests = new float[numbers.length];
    }

    /**
     * Normalizes a chunk in place.
     *
     * @param factors gets {@code 1 / sqrt(var + epsilon)} of each pixel, in all of its lanes
     * @param means an array as long as a stretch, which is overwritten
     * @param room another one
     */
    void normalize(float[] x, int pixels, float[] factors, float[] means, float[] room) {
        int length = pixels * images.width();
        sums.of(x, pixels, means);
        for (int p = 0; p < pixels; p++) {
            numbers[p] = (float) sums.mean(p);
            rests[p] = (float) (sums.mean(p) - numbers[p]);
        }
        Lanes.spreadPixels(numbers, images.width(), pixels, means);
        Lanes.spreadPixels(rests, images.width(), pixels, room);
        for (int s = 0; s < images.count(); s++) {
            Lanes.centre(x, s * length, means, room, 0, length);
        }
        sums.ofProducts(x, x, pixels, room);
        for (int p = 0; p < pixels; p++) {
            numbers[p] = (float) (1 / Math.sqrt(sums.mean(p) + epsilon));
        }
        Lanes.spreadPixels(numbers, images.width(), pixels, factors);
        for (int s = 0; s < images.count(); s++) {
            Lanes.scale(x, s * length, factors, 0, length);
        }
    }
}
