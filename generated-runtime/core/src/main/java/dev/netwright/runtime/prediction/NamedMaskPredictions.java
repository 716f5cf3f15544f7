package dev.netwright.runtime.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Masks of named pictures, in the order of the list or folder that they come from.
 *
 * @param names names of the pictures
 * @param predictions masks of the same pictures
 */
public record NamedMaskPredictions(List<String> names, MaskPredictions predictions) {
    /**
     * Copies the names.
     *
     * @param names names of the pictures
     * @param predictions masks of the same pictures
     * @throws IllegalArgumentException if the numbers of names and masks differ
     */
    public NamedMaskPredictions {
        names = List.copyOf(names);
        if (names.size() != predictions.size()) {
            throw new IllegalArgumentException("each name must have a mask, found " + names.size() + " names and "
                    + predictions.size() + " masks");
        }
    }

    /**
     * Writes each mask as PNG into a folder, as {@link Mask#write} does: that of the picture {@code a/1.jpg} is {@code a/1.png}. Folders are
     * created, and existing files replaced.
     *
     * @param folder the folder
     * @throws IllegalArgumentException if the mask of a picture would be outside of the folder, or two pictures would have the same mask
     * @throws UncheckedIOException if a file can't be written; the message names it and the fix
     */
    public void writeMasks(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> files = names.stream().map(name -> file(root, name)).toList();
        Map<Path, String> pictures = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            String other = pictures.put(files.get(i), names.get(i));
            if (other != null) {
                throw new IllegalArgumentException("'" + other + "' and '" + names.get(i) + "' have the same mask "
                        + files.get(i) + "; rename one of them");
            }
        }
        for (int i = 0; i < files.size(); i++) {
            Path parent = files.get(i).getParent();
            try {
                Files.createDirectories(parent == null ? root : parent);
            } catch (IOException e) {
                throw new UncheckedIOException(parent + " can't be created: " + e, e);
            }
            predictions.mask(i).write(files.get(i));
        }
    }

    private static Path file(Path root, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
        Path file = root.resolve(stem + ".png").normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("the mask of '" + name + "' would be outside of " + root
                    + "; name pictures by paths below a folder");
        }
        return file;
    }
}
