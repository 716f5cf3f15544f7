package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PicturePlanes;
import java.awt.image.BufferedImage;
import java.util.List;

/** Files of pictures with their classes, decoded when they are read. */
record FilePictures(LabelledPictureFiles files, int channels) implements Pictures {
    @Override
    public int size() {
        return files.size();
    }

    @Override
    public List<String> labels() {
        return files.labels();
    }

    @Override
    public int label(int index) {
        return files.classOf(index);
    }

    @Override
    public String name(int index) {
        return files.file(index).toString();
    }

    @Override
    public void decode(int index, Canvas canvas) {
        BufferedImage picture = files.withoutLabels().picture(index);
        canvas.take(PicturePlanes.of(picture, channels), channels, picture.getHeight(), picture.getWidth());
    }
}
