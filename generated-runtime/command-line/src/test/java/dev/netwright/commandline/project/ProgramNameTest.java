package dev.netwright.commandline.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramNameTest {
    @ParameterizedTest
    @CsvSource({
        "garments, Garments, garments",
        "com.example.leaf_shapes, LeafShapes, com/example/leaf_shapes",
        "a1__b, A1B, a1__b"
    })
    void thePackagesLastPartNamesTheNetwork(String name, String network, String folder) {
        ProgramName program = ProgramName.of(name);

        assertThat(program.packageName()).isEqualTo(name);
        assertThat(program.network()).isEqualTo(network);
        assertThat(program.folder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Garments", "1st", "a..b", "a.", ".a", "a-b", "a b", "a/b", "../a", "k\u00e4fer", "_", "a\n"
            })
    void aNameThatIsNoLowerCasePackageIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramName.of(name))
                .withMessageStartingWith("--package must be a Java package")
                .withMessageContaining("found '" + name + "'")
                .withMessageContaining("such as garments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "a.int.b", "true"})
    void aKeywordIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramName.of(name))
                .withMessageContaining("keyword of Java, found '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "java.garments"})
    void aPackageOfTheJdkIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramName.of(name))
                .withMessageContaining("reserved for the JDK");
    }

    @ParameterizedTest
    @CsvSource({
        "main, Main",
        "com.example.training, Training",
        "string, String",
        "override, Override",
        "vgg, Vgg",
        "network, Network"
    })
    void aNetworkCalledLikeAnotherClassIsRejected(String name, String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramName.of(name))
                .withMessageContaining("there is another class called " + network + ", found '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({"garments, garments", "My Leaves-2, myleaves2", "a/../B.c, bc"})
    void aFoldersNameSuggestsAPackage(String folder, String name) {
        assertThat(ProgramName.ofFolder(Path.of(folder)).packageName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "\u30c6\u30b9\u30c8", "new", "main"})
    void aFoldersNameThatSuggestsNoneIsAnsweredWithTheOption(String folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramName.ofFolder(Path.of("some", folder)))
                .withMessage("the folder's name, '" + folder + "', doesn't make a package; give one with --package");
    }
}
