package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import java.util.List;

/** 8-bit pictures with renumbered classes. */
final class RenumberedImages extends RenumberedDataset implements ImageDataset {
    private final ImageDataset whole;

    RenumberedImages(ImageDataset whole, List<String> labels, int... renumbered) {
        super(whole, labels, renumbered);
        this.whole = whole;
    }

    ImageDataset whole() {
        return whole;
    }

    @Override
    public String name(int index) {
        return whole.name(index);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        whole.readPixels(index, target, offset);
    }

    @Override
    public void readPixels(int index, Draw draw, byte[] target, int offset) {
        whole.readPixels(index, draw, target, offset);
    }
}
