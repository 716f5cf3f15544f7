package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Shape;
import java.util.Arrays;

/** Values of a batch as rows, columns, channels: a part of an array that others may share. */
final class Tensor {
    private final double[] memory;
    private final int offset;
    private final int batch;
    private final Shape shape;

    Tensor(double[] memory, int offset, int batch, Shape shape) {
        this.memory = memory;
        this.offset = offset;
        this.batch = batch;
        this.shape = shape;
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

    /** Whether both lie in the same place. */
    boolean isSameAs(Tensor other) {
        return memory == other.memory && offset == other.offset;
    }

    private int place(int n, int number) {
        int plane = height() * width();
        int pixel = number % plane;
        return place(n, number / plane, pixel / width(), pixel % width());
    }

    private int place(int n, int c, int h, int w) {
        return offset + ((n * height() + h) * width() + w) * channels() + c;
    }
}
