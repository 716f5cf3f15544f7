package dev.netwright.runtime.source;

import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.UnitScale;
import dev.netwright.runtime.picture.BilinearResize;
import dev.netwright.runtime.picture.PicturePlanes;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files of pictures, decoded and resized when they are read. */
final class FilePictures implements Pictures {
    private final PictureFiles files;
    private final PictureFileReader reader;
    private final ImageFormat format;
    private final ThreadLocal<Workspace> workspaces;

    FilePictures(PictureFiles files, PictureFileReader reader, ImageFormat format) {
        this.files = files;
        this.reader = reader;
        this.format = format;
        this.workspaces = ThreadLocal.withInitial(() -> new Workspace(format));
    }

    /** What one thread keeps: pictures of one source are often of one size, and their resize is then the same. */
    private static final class Workspace {
        private final ImageFormat format;
        private final byte[] pixels;
        private int sourceHeight;
        private int sourceWidth;
        private BilinearResize.@Nullable Scratch scratch;
        private @Nullable BilinearResize resize;

        Workspace(ImageFormat format) {
            this.format = format;
            pixels = new byte[format.values()];
        }

        void resize(byte[] planes, int height, int width, byte[] target, int offset) {
            BilinearResize current = resize;
            BilinearResize.Scratch memory = scratch;
            if (current == null || memory == null || height != sourceHeight || width != sourceWidth) {
                current = BilinearResize.between(height, width, format.height(), format.width());
                memory = current.newScratch();
                resize = current;
                scratch = memory;
                sourceHeight = height;
                sourceWidth = width;
            }
            int plane = format.height() * format.width();
            for (int channel = 0; channel < format.channels(); channel++) {
                current.apply(planes, channel * height * width, target, offset + channel * plane, memory);
            }
        }
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public String name(int index) {
        return files.name(index);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        Path file = files.file(index);
        Objects.checkFromIndexSize(offset, format.values(), target.length);
        BufferedImage picture = reader.read(file);
        byte[] planes = PicturePlanes.of(picture, format.channels());
        workspaces.get().resize(planes, picture.getHeight(), picture.getWidth(), target, offset);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        byte[] pixels = workspaces.get().pixels;
        readPixels(index, pixels, 0);
        UnitScale.apply(pixels, 0, target, offset, pixels.length);
    }
}
