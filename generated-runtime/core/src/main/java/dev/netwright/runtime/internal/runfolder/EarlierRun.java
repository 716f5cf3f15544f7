package dev.netwright.runtime.internal.runfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Moves the files of an earlier run aside, so that a new run in the same folder doesn't overwrite them. */
final class EarlierRun {
    private static final String FOLDER = "earlier";

    private EarlierRun() {}

    /** Moves the files, if there are any, to {@code earlier/1} or the first free number. */
    static void moveAside(Path folder, List<String> names) throws IOException {
        List<String> found = names.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        int number = 1;
        while (Files.exists(folder.resolve(FOLDER).resolve(Integer.toString(number)))) {
            number++;
        }
        Path aside = Files.createDirectories(folder.resolve(FOLDER).resolve(Integer.toString(number)));
        for (String name : found) {
            Files.move(folder.resolve(name), aside.resolve(name));
        }
    }
}
