package dev.netwright.runtime.data;

import dev.netwright.runtime.picture.BilinearResize;
import java.util.List;
import java.util.Objects;

/** Resizes the pictures of another dataset when they are read. */
final class ResizedDataset implements ImageDataset {
    private final ImageDataset source;
    private final ImageFormat format;
    private final BilinearResize resize;
    private final ThreadLocal<Workspace> workspaces;

    ResizedDataset(ImageDataset source, int height, int width) {
        ImageFormat from = source.format();
        this.source = source;
        this.format = from.resized(height, width);
        this.resize = BilinearResize.between(from.height(), from.width(), height, width);
        this.workspaces = ThreadLocal.withInitial(() -> new Workspace(from, format, resize));
    }

    /** What one thread needs to read without allocating. */
    private static final class Workspace {
        private final byte[] original;
        private final byte[] resized;
        private final BilinearResize.Scratch scratch;

        Workspace(ImageFormat from, ImageFormat to, BilinearResize resize) {
            original = new byte[from.values()];
            resized = new byte[to.values()];
            scratch = resize.newScratch();
        }
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public List<String> labels() {
        return source.labels();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        Objects.checkFromIndexSize(offset, format.values(), target.length);
        Workspace workspace = workspaces.get();
        source.readPixels(index, workspace.original, 0);
        int sourcePlane = source.format().height() * source.format().width();
        int plane = format.height() * format.width();
        for (int channel = 0; channel < format.channels(); channel++) {
            resize.apply(
                    workspace.original, channel * sourcePlane, target, offset + channel * plane, workspace.scratch);
        }
    }

    @Override
    public void read(int index, float[] target, int offset) {
        byte[] pixels = workspaces.get().resized;
        readPixels(index, pixels, 0);
        UnitScale.apply(pixels, 0, target, offset, pixels.length);
    }
}
