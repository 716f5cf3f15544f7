package dev.netwright.runtime.data;

import dev.netwright.runtime.picture.Canvas;
import java.util.List;
import java.util.Objects;

/** A view of consecutive samples of any size. */
record PicturesRange(Pictures whole, int from, int to) implements Pictures {
    PicturesRange {
        DatasetRange.checkRange(from, to, whole.size());
    }

    @Override
    public int size() {
        return to - from;
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
    public int label(int index) {
        return whole.label(from + Objects.checkIndex(index, size()));
    }

    @Override
    public void decode(int index, Canvas canvas) {
        whole.decode(from + Objects.checkIndex(index, size()), canvas);
    }
}
