package dev.netwright.runtime.kernel;

public record Shape(int channels, int height, int width) {
    public static Shape image(int channels, int height, int width) {
        return new Shape(channels, height, width);
    }

    public static Shape features(int count) {
        return new Shape(count, 1, 1);
    }
}
