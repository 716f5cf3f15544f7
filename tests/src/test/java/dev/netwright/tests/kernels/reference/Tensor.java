package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Shape;
import java.util.Arrays;

/** Values of a batch, in an array of their own as rows, columns, channels. */
final class Tensor {
    private final double[] memory;
    private final int batch;
    private final Shape layout;
    private final Shape shape;
    /** Asked for each value, as are the layout's sides below. */
    private final boolean isInLayout;

    private final int channels;
    private final int height;
    private final int width;

    Tensor(int batch, Shape shape) {
        this(new double[Math.multiplyExact(batch, shape.size())], batch, shape, shape);
    }

    private Tensor(double[] memory, int batch, Shape layout, Shape shape) {
        this.memory = memory;
        this.batch = batch;
        this.layout = layout;
        this.shape = shape;
        isInLayout = shape.equals(layout);
        channels = layout.channels();
        height = layout.height();
        width = layout.width();
    }

    /** The same values in the same places, but counted off as channels, rows and columns of another shape. */
    Tensor as(Shape other) {
        if (other.size() != shape.size()) {
            throw new IllegalArgumentException("values of " + shape + " can't be read as " + other);
        }
        return new Tensor(memory, batch, layout, other);
    }

    int batch() {
        return batch;
    }

    Shape shape() {
        return shape;
    }

    int channels() {
        return shape.channels();
    }

    int height() {
        return shape.height();
    }

    int width() {
        return shape.width();
    }

    /** Values of one image. */
    int imageSize() {
        return shape.size();
    }

    double get(int n, int c, int h, int w) {
        return memory[place(n, c, h, w)];
    }

    void set(int n, int c, int h, int w, double value) {
        memory[place(n, c, h, w)] = value;
    }

    void add(int n, int c, int h, int w, double value) {
        memory[place(n, c, h, w)] += value;
    }

    /** An image's value by its number in the logical order: channels, rows, columns. */
    double get(int n, int number) {
        return memory[place(n, number)];
    }

    void set(int n, int number, double value) {
        memory[place(n, number)] = value;
    }

    void add(int n, int number, double value) {
        memory[place(n, number)] += value;
    }

    void fill(double value) {
        Arrays.fill(memory, value);
    }

    /** Visits every value by image, channel, row and column. */
    void forEach(Visitor visitor) {
        for (int n = 0; n < batch; n++) {
            for (int h = 0; h < height(); h++) {
                for (int w = 0; w < width(); w++) {
                    for (int c = 0; c < channels(); c++) {
                        visitor.visit(n, c, h, w);
                    }
                }
            }
        }
    }

    /** What is done with one place. */
    interface Visitor {
        void visit(int n, int c, int h, int w);
    }

    private int place(int n, int number) {
        int plane = height * width;
        int pixel = number % plane;
        return placeInLayout(n, number / plane, pixel / width, pixel % width);
    }

    private int place(int n, int c, int h, int w) {
        return isInLayout ? placeInLayout(n, c, h, w) : place(n, (c * height() + h) * width() + w);
    }

    private int placeInLayout(int n, int c, int h, int w) {
        return ((n * height + h) * width + w) * channels + c;
    }
}
