package dev.netwright.runtime.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPredictionsTest {
    private static final NamedPredictions LEAVES = new NamedPredictions(
            List.of("images/2.jpg", "images/10.jpg", "images/a,b \"c\".jpg"),
            Predictions.ofLogits(
                    List.of("acer \"palmatum\"", "quercus, red", "柳"), new float[] {0, 9, 0, 9, 0, 0, 0, 0, 9}));

    @TempDir
    private Path directory;

    /**
     * pandas hands its rows to Python's writer.
     *
     * <pre>{@code
     * csv.writer(sys.stdout, lineterminator="\n").writerows([["image", "label"], ["images/2.jpg", "quercus, red"],
     *     ["images/10.jpg", 'acer "palmatum"'], ['images/a,b "c".jpg', "柳"]])
     * }</pre>
     */
    @Test
    void aSubmissionIsWhatPythonsWriterMakes() {
        Path file = directory.resolve("submission.csv");
        LEAVES.writeSubmission(file);
        assertThat(file).content().isEqualTo("""
                        image,label
                        images/2.jpg,"quercus, red"
                        images/10.jpg,"acer ""palmatum""\"
                        "images/a,b ""c"".jpg",柳
                        """);
    }

    @Test
    void columnsAreCalledAsTheCompetitionAsks() {
        Path file = directory.resolve("submission.csv");
        LEAVES.writeSubmission(file, "Id", "Category");
        assertThat(file).content().startsWith("Id,Category\nimages/2.jpg,");
    }

    @Test
    void anOldSubmissionIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = Files.writeString(directory.resolve("submission.csv"), "old\n".repeat(1000));
        LEAVES.writeSubmission(file);
        assertThat(file).content().startsWith("image,label\n").doesNotContain("old");
        assertThat(directory.toFile().list()).containsExactly("submission.csv");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        assertThatThrownBy(() -> LEAVES.writeSubmission(directory.resolve("missing/submission.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write " + directory.resolve("missing/submission.csv"))
                .hasMessageContaining("Create the directory first");
    }

    /** More rows than the writer's buffer holds. */
    @Test
    void aRowThatCantBeWrittenNamesTheFileAndTheFix() {
        int rows = 10_000;
        NamedPredictions many = new NamedPredictions(
                Collections.nCopies(rows, "images/2.jpg"),
                Predictions.ofLogits(List.of("acer", "quercus"), new float[2 * rows]));
        Path file = directory.resolve("submission.csv");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> many.writeSubmission(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Cannot write " + file)
                    .hasMessageContaining("The thread was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void namesWithoutPredictionsAreRefused() {
        assertThatThrownBy(() -> new NamedPredictions(List.of("a.jpg"), LEAVES.predictions()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each name must have a prediction, found 1 names and 3 predictions");
    }
}
