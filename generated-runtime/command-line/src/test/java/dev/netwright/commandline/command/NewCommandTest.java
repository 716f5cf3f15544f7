package dev.netwright.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.commandline.Netwright;
import dev.netwright.commandline.PrintedOutput;
import dev.netwright.runtime.engine.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code new} writes and prints; that the program compiles and learns is tested with the other projects in {@code tests}. */
final class NewCommandTest {
    private static final Path README_PROJECT = Path.of("..", "..", "tests", "src", "it", "quick-start");

    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    @TempDir
    private Path folder;

    @Test
    void theFolderNamesThePackageAndTheLastLineIsTheCommandToRun() {
        Path garments = folder.resolve("garments");

        assertThat(Netwright.execute("new", garments.toString()))
                .as(printed.errors())
                .isZero();

        assertThat(garments.resolve("src/main/java/garments/GarmentsSpec.java")).exists();
        assertThat(printed.output().lines())
                .contains("wrote " + garments.resolve("pom.xml"))
                .last()
                .isEqualTo("    cd " + garments + " && mvn -q compile exec:java");
    }

    @Test
    void aFolderWithASpaceIsQuotedInTheCommand() {
        Path spaced = folder.resolve("my garments");

        assertThat(Netwright.execute("new", spaced.toString()))
                .as(printed.errors())
                .isZero();

        assertThat(printed.output()).contains("    cd \"" + spaced + "\" && mvn ");
        assertThat(spaced.resolve("src/main/java/mygarments/MygarmentsSpec.java"))
                .exists();
    }

    @Test
    void theOptionNamesThePackageAndNoPlaceholderIsLeft() throws IOException {
        assertThat(Netwright.execute("new", folder.toString(), "--package", "com.example.leaf_shapes"))
                .as(printed.errors())
                .isZero();

        Path sources = folder.resolve("src/main/java/com/example/leaf_shapes");
        assertThat(sources.resolve("LeafShapesSpec.java")).content().contains("interface LeafShapesSpec");
        assertThat(sources.resolve("Main.java"))
                .content()
                .startsWith("package com.example.leaf_shapes;")
                .contains("LeafShapes.train(", "leaf_shapes.safetensors");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("@[a-z]+@"));
        }
    }

    @Test
    void thePomIsThatOfTheReadmeAndNamesTheProgram() throws IOException {
        Netwright.execute("new", folder.toString(), "--package", "garments");

        String pom = Files.readString(folder.resolve("pom.xml"));
        String main = "<exec.mainClass>garments.Main</exec.mainClass>";
        assertThat(pom).containsOnlyOnce(main).contains("<version>" + Release.VERSION + "</version>");
        assertThat(pom.replace(main, ""))
                .isEqualToIgnoringWhitespace(Files.readString(README_PROJECT.resolve("pom.xml")));
    }

    @Test
    void aFolderThatIsNotEmptyStaysAsItIs() throws IOException {
        Files.createFile(folder.resolve("notes.txt"));

        assertThat(Netwright.execute("new", folder.toString(), "--package", "garments"))
                .isEqualTo(2);

        assertThat(printed.errors()).startsWith("new: FOLDER must be empty, found notes.txt in " + folder);
        assertThat(printed.output()).isEmpty();
        assertThat(folder.toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void anInvalidPackageLeavesNoFolder() {
        Path garments = folder.resolve("garments");

        assertThat(Netwright.execute("new", garments.toString(), "--package", "Gar-ments"))
                .isEqualTo(2);

        assertThat(printed.errors())
                .startsWith("new: --package must be a Java package")
                .contains("found 'Gar-ments'");
        assertThat(garments).doesNotExist();
    }
}
