package dev.netwright.commandline.project;

import dev.netwright.runtime.engine.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a program that trains on the bundled Fashion-MNIST images. */
public final class TrainingProgram {
    private TrainingProgram() {}

    /**
     * The files of a program.
     *
     * @param name its package
     * @return texts by their paths below the program's folder, with slashes
     */
    public static Map<String, String> files(ProgramName name) {
        String sources = "src/main/java/" + name.folder() + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", filled("pom.xml.txt", name));
        files.put(sources + name.network() + "Spec.java", filled("Spec.java.txt", name));
        files.put(sources + "Main.java", filled("Main.java.txt", name));
        files.put(".gitignore", filled("gitignore.txt", name));
        return files;
    }

    private static String filled(String template, ProgramName name) {
        return text(template)
                .replace("@package@", name.packageName())
                .replace("@network@", name.network())
                .replace("@artifact@", name.artifact())
                .replace("@version@", Release.VERSION);
    }

    private static String text(String template) {
        try (InputStream file = TrainingProgram.class.getResourceAsStream(template)) {
            if (file == null) {
                throw new IllegalStateException("the template " + template + " isn't beside "
                        + TrainingProgram.class.getName() + "; pack netwright-command-line with its resources");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + template + " can't be read", e);
        }
    }
}
