package dev.netwright.commandline.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramFolderTest {
    private static final Map<String, String> FILES = files("pom.xml", "src/main/Main.java", ".gitignore");

    @TempDir
    private Path folder;

    @Test
    void aMissingFolderIsCreatedWithItsParentsAndHoldsTheFilesAlone() throws IOException {
        Path missing = folder.resolve("a/b");

        ProgramFolder.at(missing).write(FILES);

        assertThat(below(missing)).containsExactly(".gitignore", "pom.xml", "src/main/Main.java");
        assertThat(missing.resolve("src/main/Main.java")).hasContent("src/main/Main.java");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        ProgramFolder.at(folder).write(FILES);

        assertThat(below(folder)).containsExactly(".gitignore", "pom.xml", "src/main/Main.java");
    }

    @Test
    void aFolderThatIsNotEmptyIsRejectedWithWhatIsInIt() throws IOException {
        for (String name : List.of("d", "b", "a", "c", ".e")) {
            Files.createFile(folder.resolve(name));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFolder.at(folder))
                .withMessage("FOLDER must be empty, found .e, a, b and 2 more in " + folder + "; name a new folder");
    }

    @Test
    void aFileInTheFoldersPlaceIsRejected() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFolder.at(file))
                .withMessageContaining("found the file " + file);
    }

    @Test
    void aFolderThatCannotBeCreatedIsRejectedAndNothingIsLeft() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFolder.at(file.resolve("x/y")).write(FILES))
                .withMessageStartingWith("FOLDER: nothing can be written into " + file.resolve("x/y"));
        assertThat(below(folder)).containsExactly("file");
    }

    /** The last of the files is below one of the others, which no file system allows. */
    @Test
    void ifOneFileCannotBeWrittenNoneIsAndCreatedFoldersAreGone() {
        Path missing = folder.resolve("a/b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFolder.at(missing).write(files("pom.xml", "src/Main.java", "pom.xml/below")))
                .withMessageContaining("nothing can be written into " + missing);
        assertThat(folder).isEmptyDirectory();
    }

    /** The second file's place is taken between the check and the move, by a folder with something in it. */
    @Test
    void ifAPlaceIsTakenMeanwhileThatStaysAndOursIsGone() throws IOException {
        ProgramFolder checked = ProgramFolder.at(folder);
        Files.createDirectories(folder.resolve("src/theirs"));

        assertThatIllegalArgumentException().isThrownBy(() -> checked.write(FILES));
        assertThat(folder.toFile().list()).containsExactly("src");
        assertThat(folder.resolve("src").toFile().list()).containsExactly("theirs");
    }

    private static Map<String, String> files(String... names) {
        Map<String, String> files = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> files.put(name, name));
        return files;
    }

    private static List<String> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
