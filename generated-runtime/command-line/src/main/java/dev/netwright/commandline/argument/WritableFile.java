package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks before training that its result can be saved. */
public final class WritableFile {
    private WritableFile() {}

    /**
     * Creates the file's folder if necessary, and checks that it is writable.
     *
     * @param option name of the option for messages, such as {@code --save}
     * @param file the file to be written
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
