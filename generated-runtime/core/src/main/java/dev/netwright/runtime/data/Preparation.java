package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PictureSize;
import dev.netwright.runtime.picture.PictureSizeException;
import dev.netwright.runtime.picture.PictureStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures of a source and the steps that prepare them when they are read: in training a chain of augmentations and
 * fixed steps, in evaluation the deterministic steps of each.
 *
 * @param source the unprepared pictures
 */
record Preparation(Pictures source, List<Augmentation> chain, Normalization normalization) {
    /** A fixed step as a link of the chain. */
    private record Always(PictureStep step) implements Augmentation {
        @Override
        public void change(Canvas canvas, Draw draw) {
            step.apply(canvas);
        }

        @Override
        public List<PictureStep> evaluated() {
            return List.of(step);
        }

        @Override
        public boolean suitsMasks() {
            return true;
        }

        @Override
        public String toString() {
            return step.text();
        }
    }

    /** The preparation of pictures so far. */
    static Preparation of(Pictures pictures) {
        if (pictures instanceof PreparedImages images) {
            return images.preparation();
        }
        if (pictures instanceof PreparedPictures prepared) {
            return prepared.preparation();
        }
        return new Preparation(pictures, List.of(), Normalization.NONE);
    }

    /**
     * Whether pictures are unprepared as far as is known, so that a network may prepare them. Views and caches count as
     * the pictures behind them.
     */
    static boolean isRaw(Pictures pictures) {
        Preparation preparation = of(pictures);
        if (!preparation.chain.isEmpty() || !preparation.normalization.equals(Normalization.NONE)) {
            return false;
        }
        Pictures source = preparation.source;
        return !(source instanceof ImageDataset images)
                || (images.preprocessing().equals(Optional.of(new Preprocessing(images.format())))
                        && !isMadeOfPrepared(images));
    }

    /** Whether the pictures behind a view or a cache have been prepared, even if only resized. */
    private static boolean isMadeOfPrepared(ImageDataset images) {
        if (images instanceof ImageDatasetSelection part) {
            return isMadeOfPrepared(part.whole());
        }
        if (images instanceof RenumberedImages other) {
            return isMadeOfPrepared(other.whole());
        }
        if (images instanceof CachedImages cached) {
            return isMadeOfPrepared(cached.source());
        }
        return images instanceof PreparedImages && !isRaw(images);
    }

    Preparation then(PictureStep step) {
        return thenAll(List.of(step));
    }

    Preparation thenAll(List<PictureStep> steps) {
        return then(steps.stream().map(Always::new).toList());
    }

    Preparation then(List<? extends Augmentation> augmentations) {
        return new Preparation(
                source,
                Stream.<Augmentation>concat(chain.stream(), augmentations.stream())
                        .toList(),
                normalization);
    }

    Preparation normalized(Normalization by) {
        return new Preparation(source, chain, by);
    }

    /** Caches the pictures so far; normalization, which turns bytes into floats, stays after the cache. */
    Preparation cached(long mostBytes) {
        if (isRandom()) {
            throw new IllegalStateException("These pictures are changed at random by " + chain
                    + ", and a cache would keep one change for all epochs; call cached() before augmented(...)");
        }
        return new Preparation(
                new CachedImages(normalized(Normalization.NONE).images(), mostBytes), List.of(), normalization);
    }

    Preparation select(int... indices) {
        return new Preparation(source.select(indices), chain, normalization);
    }

    ImageDataset images() {
        return new PreparedImages(this);
    }

    Pictures pictures() {
        return source instanceof ImageDataset ? images() : new PreparedPictures(this);
    }

    boolean isRandom() {
        return !chain.stream().allMatch(Always.class::isInstance);
    }

    /** The steps of evaluation after decoding. */
    List<PictureStep> evaluated() {
        return chain.stream().flatMap(link -> link.evaluated().stream()).toList();
    }

    void decode(int index, Canvas canvas) {
        source.decode(index, canvas);
        named(index, () -> evaluate(canvas));
    }

    void decode(int index, Draw draw, Canvas canvas) {
        source.decode(index, canvas);
        named(index, () -> {
            change(canvas, draw);
            canvas.pixels();
        });
    }

    void decodeMask(int index, Canvas mask) {
        source.decodeMask(index, mask);
        named(index, () -> evaluate(mask));
    }

    /** With the random numbers of its picture. */
    void decodeMask(int index, Draw draw, Canvas mask) {
        source.decodeMask(index, mask);
        named(index, () -> {
            change(mask, draw);
            mask.pixels();
        });
    }

    private void evaluate(Canvas canvas) {
        for (Augmentation link : chain) {
            for (PictureStep step : link.evaluated()) {
                step.apply(canvas);
            }
        }
        canvas.pixels();
    }

    /**
     * What is learned of the pictures.
     *
     * @throws IllegalArgumentException if it is a class of each pixel, and a mask can't be changed as its picture is
     */
    Target target() {
        Target target = source.target();
        if (target instanceof Target.PerPixel pixels) {
            requireSuitMasks();
            return format().map(size -> (Target) new Target.PerPixel(pixels.classes(), size.height(), size.width()))
                    .orElseGet(() -> new Target.PerPixel(pixels.classes(), 0, 0));
        }
        return target;
    }

    private void requireSuitMasks() {
        for (Augmentation link : chain) {
            if (!link.suitsMasks()) {
                throw new IllegalArgumentException(
                        link + " changes colours, and can't change a picture's mask with it; leave it out, or use"
                                + " flips, crops, RandomRotation, ScaleJitter or RandomErasing");
            }
        }
    }

    /**
     * Runs a step on a picture, and adds the picture's name to exceptions.
     *
     * @throws MalformedDataException if the picture's size doesn't suit the step
     */
    private void named(int index, Runnable change) {
        try {
            change.run();
        } catch (PictureSizeException e) {
            throw Preprocessing.unsuitable(source.name(index), e);
        }
    }

    void change(Canvas canvas, Draw draw) {
        chain.forEach(link -> link.change(canvas, draw));
    }

    /** The format of every picture after the steps of evaluation; empty if it depends on the picture. */
    Optional<ImageFormat> format() {
        Optional<PictureSize> size = PictureStep.size(evaluated());
        if (size.isEmpty() && source instanceof ImageDataset images) {
            PictureSize known =
                    new PictureSize(images.format().height(), images.format().width());
            for (PictureStep step : evaluated()) {
                known = step.sizeAfter(known);
            }
            size = Optional.of(known);
        }
        return size.map(known -> new ImageFormat(source.channels(), known.height(), known.width()));
    }

    /**
     * The preprocessing that gives evaluation's values for pictures from elsewhere. If the source's pictures all have
     * one size, it first resizes to that size, unless the first step resizes pictures of any size anyway.
     */
    Optional<Preprocessing> preprocessing() {
        List<PictureStep> steps = evaluated();
        boolean resizesFirst = !steps.isEmpty() && !(steps.get(0) instanceof CenterCrop);
        if (!(source instanceof ImageDataset images) || (resizesFirst && !isMadeOfPrepared(images))) {
            return Optional.of(new Preprocessing(source.channels(), steps, normalization));
        }
        return images.preprocessing()
                .map(before -> new Preprocessing(
                        source.channels(),
                        Stream.concat(before.steps().stream(), steps.stream()).toList(),
                        normalization));
    }
}
