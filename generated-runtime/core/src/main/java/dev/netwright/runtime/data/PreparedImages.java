package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureSize;
import dev.netwright.runtime.picture.PixelValues;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures that are prepared to one size when they are read. */
final class PreparedImages implements ImageDataset {
    private final Preparation preparation;
    private final ImageFormat format;
    private final PixelValues values;
    private final boolean isRandom;
    private final Target target;
    private final ThreadLocal<Canvas> canvases = ThreadLocal.withInitial(Canvas::new);
    private final ThreadLocal<Canvas> masks = ThreadLocal.withInitial(Canvas::ofMask);

    /**
     * Prepares pictures.
     *
     * @throws IllegalArgumentException if they have different sizes afterwards, the normalization has another number of channels, or they
     *     have masks and a step can't change those
     */
    PreparedImages(Preparation preparation) {
        this.preparation = preparation;
        format = preparation
                .format()
                .orElseThrow(() ->
                        new IllegalArgumentException("These pictures have different sizes after " + preparation.chain()
                                + ", but a network needs a single size; add a crop or resize(height, width)"));
        values = preparation.normalization().values(format.channels());
        target = preparation.target();
        isRandom = preparation.isRandom();
        if (isRandom && preparation.source() instanceof ImageDataset images) {
            rehearse(images.format());
        }
    }

    /**
     * Checks the steps at once if all pictures have the same size, so that a wrong size isn't found only by the first
     * sample.
     */
    private void rehearse(ImageFormat original) {
        Canvas canvas = new Canvas();
        canvas.begin(original.channels(), original.height(), original.width());
        preparation.change(canvas, Draw.of(0, 0, 0));
        requireSize(canvas);
    }

    Preparation preparation() {
        return preparation;
    }

    @Override
    public int size() {
        return preparation.source().size();
    }

    @Override
    public ImageFormat format() {
        return format;
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
    public List<Augmentation> augmentations() {
        List<Augmentation> before =
                preparation.source() instanceof ImageDataset images ? images.augmentations() : List.of();
        return Stream.concat(before.stream(), isRandom ? preparation.chain().stream() : Stream.empty())
                .toList();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void readTarget(int index, float[] values, int offset) {
        if (target instanceof Target.PerPixel pixels) {
            Canvas mask = masks.get();
            preparation.decodeMask(index, mask);
            write(mask, pixels, values, offset);
        } else {
            preparation.source().readTarget(index, values, offset);
        }
    }

    @Override
    public void readTarget(int index, Draw draw, float[] values, int offset) {
        if (isRandom && target instanceof Target.PerPixel pixels) {
            Canvas mask = masks.get();
            preparation.decodeMask(index, draw, mask);
            write(mask, pixels, values, offset);
        } else {
            readTarget(index, values, offset);
        }
    }

    private void write(Canvas mask, Target.PerPixel pixels, float[] values, int offset) {
        requireSize(mask, 1);
        MaskBytes.read(mask.pixels(), pixels.values(), values, offset);
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
    public Optional<Preprocessing> preprocessing() {
        return preparation.preprocessing();
    }

    @Override
    public ImageDataset select(int... indices) {
        return preparation.select(indices).images();
    }

    @Override
    public void decode(int index, Canvas canvas) {
        preparation.decode(index, canvas);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        copy(evaluated(index), target, offset);
    }

    @Override
    public void readPixels(int index, Draw draw, byte[] target, int offset) {
        copy(learned(index, draw), target, offset);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        scale(evaluated(index), target, offset);
    }

    @Override
    public void read(int index, Draw draw, float[] target, int offset) {
        scale(learned(index, draw), target, offset);
        if (isRandom) {
            for (Augmentation link : preparation.chain()) {
                link.changeValues(target, offset, format.channels(), format.height(), format.width(), draw);
            }
        }
    }

    private Canvas evaluated(int index) {
        Canvas canvas = canvases.get();
        preparation.decode(index, canvas);
        requireSize(canvas);
        return canvas;
    }

    private Canvas learned(int index, Draw draw) {
        if (!isRandom) {
            return evaluated(index);
        }
        Canvas canvas = canvases.get();
        preparation.decode(index, draw, canvas);
        requireSize(canvas);
        return canvas;
    }

    private void requireSize(Canvas canvas) {
        requireSize(canvas, format.channels());
    }

    private void requireSize(Canvas canvas, int channels) {
        if (canvas.channels() != channels || canvas.height() != format.height() || canvas.width() != format.width()) {
            throw new IllegalStateException("The network needs pictures of " + format + ", found " + canvas.channels()
                    + "x" + new PictureSize(canvas.height(), canvas.width()) + " after " + preparation.chain()
                    + "; the steps of training and evaluation must give the same size");
        }
    }

    private void copy(Canvas canvas, byte[] target, int offset) {
        Objects.checkFromIndexSize(offset, format.values(), target.length);
        System.arraycopy(canvas.pixels(), 0, target, offset, format.values());
    }

    private void scale(Canvas canvas, float[] target, int offset) {
        Objects.checkFromIndexSize(offset, format.values(), target.length);
        values.apply(canvas.pixels(), 0, format.height() * format.width(), target, offset);
    }
}
