package dev.netwright.examples.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks before minutes of training that what they give can be saved. */
public final class WritableFile {
    private WritableFile() {}

    /** Makes the file's folder if need be; {@code --save} is at fault if that can't be. */
    public static void require(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException("--save must name a file, found the folder " + file);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("--save: the folder of " + file + " can't be made: " + e, e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("--save: nothing may be written into the folder of " + file);
        }
    }
}
