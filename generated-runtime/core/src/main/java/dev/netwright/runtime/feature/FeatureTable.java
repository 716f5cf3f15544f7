package dev.netwright.runtime.feature;

import java.io.IOException;
import java.util.List;

/** The rows of a file of features: one for each picture, computed while they are written. */
abstract class FeatureTable {
    private final List<Integer> shape;
    private final int size;
    private final List<String> columns;

    /** A table of {@code size} pictures. The columns come before the values, where the format has columns. */
    FeatureTable(List<Integer> shape, int size, List<String> columns) {
        this.shape = List.copyOf(shape);
        this.size = size;
        this.columns = List.copyOf(columns);
    }

    /** The shape of one picture's values. */
    final List<Integer> shape() {
        return shape;
    }

    /** The number of values of a picture. */
    final int values() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The number of pictures. */
    final int size() {
        return size;
    }

    /** What is written of each picture beside its values. */
    final List<String> columns() {
        return columns;
    }

    /** The texts in these columns. */
    abstract List<String> cells(int index);

    /** The values of each picture, in order. */
    abstract void forEach(FeatureVisitor visitor);

    /** Writes a row. */
    @FunctionalInterface
    interface Row {
        void write(int index, float[] values) throws IOException;
    }

    /**
     * Writes each row as its values are computed.
     *
     * @throws IOException if a row can't be written, whatever reading the pictures throws
     */
    final void writeRows(Row row) throws IOException {
        try {
            forEach((index, values) -> {
                try {
                    row.write(index, values);
                } catch (IOException e) {
                    throw new UnwrittenRow(e);
                }
            });
        } catch (UnwrittenRow e) {
            throw e.reason;
        }
    }

    /** Carries the reason through the pass over the pictures. */
    private static final class UnwrittenRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        UnwrittenRow(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
