package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.report.html.CrossValidationPage;
import dev.netwright.runtime.training.CrossValidation;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The page of a cross-validation in its run folder. */
public final class CrossValidationFile {
    private static final String NAME = "cross-validation.html";

    private CrossValidationFile() {}

    /**
     * Writes the page. If that fails, a warning goes to standard error: a page isn't worth losing the result of hours.
     *
     * @param folder the folder
     * @param validation what the page shows
     */
    public static void write(Path folder, CrossValidation validation) {
        try {
            TextFile.replace(folder.resolve(NAME), new CrossValidationPage(validation).html());
        } catch (UncheckedIOException e) {
            System.err.println("The cross-validation has no page: " + e.getMessage());
        }
    }
}
