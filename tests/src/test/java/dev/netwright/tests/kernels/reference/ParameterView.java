package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * One parameter in the flat vectors, by its logical indices: output, input, row, column, as many as it has. In memory a
 * window of more than one place lies as rows, columns, outputs, inputs, everything else as inputs, outputs.
 */
final class ParameterView {
    private final double[] values;
    private final double[] gradients;
    private final int offset;
    private final int size;
    private final int outputs;
    private final int inputs;
    private final int rows;
    private final int columns;
    private final boolean isWindow;

    /** Both vectors; {@code gradients} is empty while nothing has been bound for training. */
    ParameterView(Parameter parameter, double[] values, double[] gradients, int offset) {
        this.values = values;
        this.gradients = gradients;
        this.offset = offset;
        List<Integer> shape = parameter.shape();
        size = parameter.size();
        outputs = shape.get(0);
        inputs = shape.size() > 1 ? shape.get(1) : 1;
        rows = shape.size() > 2 ? shape.get(2) : 1;
        columns = shape.size() > 3 ? shape.get(3) : 1;
        isWindow = rows * columns > 1;
    }

    double get(int o, int i, int row, int column) {
        return values[place(o, i, row, column)];
    }

    double get(int o, int i) {
        return values[place(o, i, 0, 0)];
    }

    double get(int o) {
        return values[place(o, 0, 0, 0)];
    }

    void set(int o, double value) {
        values[place(o, 0, 0, 0)] = value;
    }

    void addGradient(double gradient, int o, int i, int row, int column) {
        gradients[place(o, i, row, column)] += gradient;
    }

    void addGradient(double gradient, int o, int i) {
        gradients[place(o, i, 0, 0)] += gradient;
    }

    void addGradient(double gradient, int o) {
        gradients[place(o, 0, 0, 0)] += gradient;
    }

    void fillGradient(double gradient) {
        Arrays.fill(gradients, offset, offset + size, gradient);
    }

    /** Place in the flat vectors of the value with a number in the logical order. */
    int place(int number) {
        int column = number % columns;
        int row = number / columns % rows;
        int i = number / (columns * rows) % inputs;
        return place(number / (columns * rows * inputs), i, row, column);
    }

    /** Of a window inputs lie side by side, as the innermost loop goes over them; else outputs do, which is another order than the logical one, too. */
    private int place(int o, int i, int row, int column) {
        return offset + (isWindow ? ((row * columns + column) * outputs + o) * inputs + i : i * outputs + o);
    }
}
