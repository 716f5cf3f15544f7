package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureStep;
import java.util.List;
import java.util.stream.Collectors;

/** Augmentations applied one after the other. */
record AugmentationSequence(List<Augmentation> augmentations) implements Augmentation {
    @Override
    public void change(Canvas canvas, Draw draw) {
        augmentations.forEach(augmentation -> augmentation.change(canvas, draw));
    }

    @Override
    public void changeValues(float[] values, int offset, int channels, int height, int width, Draw draw) {
        augmentations.forEach(augmentation -> augmentation.changeValues(values, offset, channels, height, width, draw));
    }

    @Override
    public List<PictureStep> evaluated() {
        return augmentations.stream()
                .flatMap(augmentation -> augmentation.evaluated().stream())
                .toList();
    }

    @Override
    public boolean suitsMasks() {
        return augmentations.stream().allMatch(Augmentation::suitsMasks);
    }

    @Override
    public String toString() {
        return augmentations.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
