package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of a batch as rows, columns, channels: a part of an array that others may share. */
final class Tensor {
    private final double[] memory;
    private final int offset;
    private final int batch;
    private final Shape layout;
    private final Shape shape;
    /** Asked for each value, as are the layout's sides below. */
    private final boolean isInLayout;

    private final int channels;
    private final int height;
    private final int width;

    Tensor(double[] memory, int offset, int batch, Shape shape) {
        this(memory, offset, batch, shape, shape);
    }

    private Tensor(double[] memory, int offset, int batch, Shape layout, Shape shape) {
        this.memory = memory;
        this.offset = offset;
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
        return new Tensor(memory, offset, batch, layout, other);
    }

    int batch() {
        return batch;
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
        Arrays.fill(memory, offset, offset + batch * shape.size(), value);
    }

    /** Adds the values of another tensor of the same shape. */
    void addAll(Tensor other) {
        forEach((n, c, h, w) -> add(n, c, h, w, other.get(n, c, h, w)));
    }

    /** Whether both lie in the same place. */
    boolean isSameAs(Tensor other) {
        return place().equals(other.place());
    }

    /** Where it lies. */
    Place place() {
        return new Place(memory, offset);
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

    /** A place in one array, whatever that holds. */
    static final class Place {
        private final double[] memory;
        private final int offset;

        private Place(double[] memory, int offset) {
            this.memory = memory;
            this.offset = offset;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && memory == place.memory && offset == place.offset;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(memory) + offset;
        }
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
        return offset + ((n * height + h) * width + w) * channels + c;
    }
}
