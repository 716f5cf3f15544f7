package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.picture.Canvas;
import java.util.List;

/** A view of selected pictures of any size. */
record PicturesSelection(Pictures whole, Selection selection) implements Pictures {
    @Override
    public int size() {
        return selection.size();
    }

    @Override
    public int channels() {
        return whole.channels();
    }

    @Override
    public List<String> labels() {
        return whole.labels();
    }

    @Override
    public String name(int index) {
        return whole.name(selection.inWhole(index));
    }

    @Override
    public int checksum(int index) {
        return whole.checksum(selection.inWhole(index));
    }

    @Override
    public Target target() {
        return whole.target();
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        whole.readTarget(selection.inWhole(index), values, offset);
    }

    @Override
    public void decodeMask(int index, Canvas mask) {
        whole.decodeMask(selection.inWhole(index), mask);
    }

    @Override
    public int label(int index) {
        return whole.label(selection.inWhole(index));
    }

    @Override
    public void decode(int index, Canvas canvas) {
        whole.decode(selection.inWhole(index), canvas);
    }
}
