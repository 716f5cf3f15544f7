package dev.netwright.runtime.data;

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
 * Pictures of a source and what is done to each when it is read: in training one chain of augmentations, a step that is
 * always the same among them, and in evaluation what they say.
 *
 * @param source has the pictures as they are
 */
record Preparation(Pictures source, List<Augmentation> chain, Normalization normalization) {
    /** A step of every reading as a link of the chain. */
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
        public String toString() {
            return step.text();
        }
    }

    /** What has been done to pictures so far. */
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
     * Whether pictures are as their source has them, as far as anybody says: a network may prepare them. Views of a part, and pictures that are
     * kept in memory, are as those behind them.
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

    /** Whether what lies behind a view or in a cache was prepared, if only by being resized. */
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

    /** The pictures so far are kept; normalization, which makes floats of bytes, stays behind it. */
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

    /** What evaluation does after a picture has been decoded. */
    List<PictureStep> evaluated() {
        return chain.stream().flatMap(link -> link.evaluated().stream()).toList();
    }

    void decode(int index, Canvas canvas) {
        source.decode(index, canvas);
        named(index, () -> {
            for (Augmentation link : chain) {
                for (PictureStep step : link.evaluated()) {
                    step.apply(canvas);
                }
            }
            canvas.pixels();
        });
    }

    void decode(int index, Draw draw, Canvas canvas) {
        source.decode(index, canvas);
        named(index, () -> {
            change(canvas, draw);
            canvas.pixels();
        });
    }

    /**
     * Changes a picture.
     *
     * @throws MalformedDataException if its size doesn't suit a step, naming the picture
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

    /** The format of every picture after evaluation's steps; empty if it depends on the picture. */
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
     * What makes evaluation's values of a picture that is none of the source's. One of a source whose pictures have one size
     * is first brought to that size, unless the first step resizes pictures of any size and they are as they were.
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
