package dev.netwright.runtime.internal.runfolder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.report.RecordedRun;
import dev.netwright.runtime.report.RunComparison;
import dev.netwright.runtime.report.html.ComparisonPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the folders that {@link RunFolder} has written. */
public final class RecordedRuns {
    private RecordedRuns() {}

    /**
     * Writes a comparison as a page.
     *
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public static void writePage(RunComparison comparison, Path file) {
        TextFile.replace(file, new ComparisonPage(comparison).html());
    }

    /**
     * Reads the folder of a run, which may still be running.
     *
     * @param folder the folder
     * @return its configuration and its points
     * @throws IllegalArgumentException if it isn't the folder of a run, or a file of it is damaged
     */
    public static RecordedRun read(Path folder) {
        Path configuration = folder.resolve(RunFiles.CONFIGURATION);
        Path metrics = folder.resolve(RunFiles.METRICS);
        for (Path file : new Path[] {configuration, metrics}) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        folder + " must be the folder of a run, with " + RunFiles.CONFIGURATION
                                + " and " + RunFiles.METRICS + ", found "
                                + (Files.isDirectory(folder) ? "no " + file.getFileName() : "no such folder")
                                + "; name a folder that train --report has written");
            }
        }
        try {
            return new RecordedRun(folder.toString(), settings(configuration), MetricsFile.read(metrics));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the folder " + folder + " can't be read: " + FileFault.reason(folder, e), e);
        }
    }

    /** Every value of the JSON by its path, {@code training.batch}; the values of an array separated by commas. */
    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()) {
                    settings.merge(path(json), json.getText(), (earlier, later) -> earlier + ", " + later);
                }
            }
        }
        return settings;
    }

    /** Without the positions in arrays. */
    private static String path(JsonParser json) {
        return json.getParsingContext()
                .pathAsPointer()
                .toString()
                .substring(1)
                .replaceAll("/\\d+$", "")
                .replace('/', '.');
    }
}
