package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.picture.Canvas;
import java.util.List;

/** Pictures that still have different sizes after the steps so far. */
record PreparedPictures(Preparation preparation) implements Pictures {
    @Override
    public int size() {
        return preparation.source().size();
    }

    @Override
    public int channels() {
        return preparation.source().channels();
    }

    @Override
    public List<String> labels() {
        return preparation.source().labels();
    }

    @Override
    public String name(int index) {
        return preparation.source().name(index);
    }

    @Override
    public int checksum(int index) {
        return preparation.source().checksum(index);
    }

    @Override
    public Target target() {
        return preparation.target();
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        preparation.source().readTarget(index, values, offset);
    }

    @Override
    public void decodeMask(int index, Canvas mask) {
        preparation.decodeMask(index, mask);
    }

    @Override
    public int label(int index) {
        return preparation.source().label(index);
    }

    @Override
    public void decode(int index, Canvas canvas) {
        preparation.decode(index, canvas);
    }

    @Override
    public Pictures select(int... indices) {
        return preparation.select(indices).pictures();
    }
}
