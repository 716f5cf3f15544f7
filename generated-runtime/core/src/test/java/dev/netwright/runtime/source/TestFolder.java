package dev.netwright.runtime.source;

import dev.netwright.runtime.picture.PillowPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures below a folder, and lists beside it. */
record TestFolder(Path root) {
    /** Creates an empty folder. */
    static TestFolder in(Path temporary) throws IOException {
        return new TestFolder(Files.createDirectory(temporary.toRealPath().resolve("leaves")));
    }

    /** Copies one of Pillow's pictures into the folder. */
    void put(String name, String picture) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PillowPictures.content(picture));
    }

    /** Copies a truncated picture into the folder. */
    void putCut(String name, String picture) throws IOException {
        byte[] content = PillowPictures.content(picture);
        Files.write(root.resolve(name), Arrays.copyOf(content, content.length - 100));
    }

    /** Writes a list beside the folder. */
    Path csv(String content) throws IOException {
        return Files.writeString(root.resolveSibling("list.csv"), content);
    }

    static List<String> names(PictureFiles files) {
        return IntStream.range(0, files.size()).mapToObj(files::name).toList();
    }

    static List<String> names(LabelledPictureFiles files) {
        return names(files.withoutLabels());
    }
}
