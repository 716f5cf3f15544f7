package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks before minutes of training that what they give can be saved. */
public final class WritableFile {
    private WritableFile() {}

    /**
     * Makes the file's folder if need be.
     *
     * @param option which is at fault if that can't be, such as {@code --save}
     * @throws IllegalArgumentException if the file can't be written
     */
    public static void require(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException(option + " must name a file, found the folder " + file);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    option + ": the folder of " + file + " can't be created: " + FileFault.reason(folder, e), e);
        }
        try {
            Files.delete(Files.createTempFile(folder, ".netwright", null));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    option + ": nothing can be written into the folder of " + file + ": " + FileFault.reason(folder, e),
                    e);
        }
    }
}
