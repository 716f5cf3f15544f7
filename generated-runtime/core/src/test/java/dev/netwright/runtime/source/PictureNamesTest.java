package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.picture.PictureDecoder;
import dev.netwright.runtime.picture.PillowPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of classes and of pictures, and lists of them. */
class PictureNamesTest {
    @TempDir
    private Path root;

    private Path put(String name, String picture) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, PillowPictures.content(picture));
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"C: sunny", "C:", "\\share", "a\\b", " ", "q\"uote", "new\nline"})
    void aClassMayHaveAnyNameThatAFolderHas(String name) throws IOException {
        put(name + "/c:1.png", "colour.png");
        put(name + "/\\2.png", "colour.png");
        put("oak/1.png", "colour.png");
        LabelledPictureFiles files = PictureFolder.at(root).labelledByFolder();
        assertThat(files.labels()).containsExactlyInAnyOrder(name, "oak");
        assertThat(files.size()).isEqualTo(3);
        assertThat(PictureFolder.at(root).all().picture(0).getWidth()).isEqualTo(23);
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aListMayNameAFolderWithAColon() throws IOException {
        put("C: sunny/1.png", "colour.png");
        Path csv = Files.writeString(root.resolve("list.csv"), "image\nC: sunny/1.png\n");
        assertThat(PictureFolder.at(root).listedIn(csv).picture(0).getWidth()).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oak\nelm\n", "\uFEFFoak\nelm", "oak\r\nelm\r\n\r\n", "\uFEFF oak \r\nelm"})
    void namesOfClassesAreLinesWithoutMarksAndBlanks(String text) throws IOException {
        assertThat(ClassNames.read(Files.writeString(root.resolve("labels.txt"), text)))
                .containsExactly("oak", "elm");
    }

    @Test
    void whatIsNoListOfNamesIsRefused() throws IOException {
        Path labels = root.resolve("labels.txt");
        Files.writeString(labels, "oak\n\nelm\n");
        assertThatThrownBy(() -> ClassNames.read(labels))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith(labels + ", line 2: expected the name of a class in each line");
        Files.writeString(labels, "\uFEFF\n");
        assertThatThrownBy(() -> ClassNames.read(labels)).hasMessageContaining("found an empty file");
        Files.write(labels, "oak\n\u00e9rable\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ClassNames.read(labels))
                .hasMessageStartingWith(labels + ", line 2: expected text in UTF-8");
        Files.write(labels, PillowPictures.content("420.jpg"));
        assertThatThrownBy(() -> ClassNames.read(labels)).hasMessageContaining("found a JPEG picture");
    }

    @Test
    void aMarkBeforeAListsColumnsIsNoPartOfThem() throws IOException {
        put("a.png", "colour.png");
        Path csv = Files.writeString(root.resolve("list.csv"), "\uFEFFimage,label\na.png,oak\n");
        assertThat(PictureFolder.at(root).labelledBy(csv).labels()).containsExactly("oak");
    }

    @Test
    void checkedPicturesAreRefusedWhenTheyAreListed() throws IOException {
        put("a.png", "colour.png");
        put("b.jpg", "420.jpg");
        Files.writeString(root.resolve("c.webp"), "RIFF....WEBPVP8 ");
        Files.writeString(root.resolve("d.png"), "no picture");
        assertThatThrownBy(() -> PictureFolder.at(root).checked().all())
                .isInstanceOf(MalformedDataException.class)
                .hasMessage(root.toRealPath().resolve("c.webp")
                        + ": expected a JPEG, PNG or BMP picture, found a picture in WebP, which must be converted "
                        + "first (the first of 2 that can't be read); replace or remove the file, or skip "
                        + "unreadable pictures with PictureFolder.skipUnreadable()");
        Files.delete(root.resolve("c.webp"));
        Files.delete(root.resolve("d.png"));
        assertThat(PictureFolder.at(root).checked().all().size()).isEqualTo(2);
    }

    @Test
    void picturesAreListedByTheirNames() throws IOException {
        put("a.png", "colour.png");
        put("b/c.jpg", "420.jpg");
        PictureFiles files = PictureFolder.at(root).named("b/c.jpg", "a.png");
        assertThat(files.name(0)).isEqualTo("b/c.jpg");
        assertThat(files.picture(1).getWidth()).isEqualTo(23);
        assertThatThrownBy(() -> PictureFolder.at(root).named("../a.png")).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> PictureFolder.at(root).named()).isInstanceOf(IllegalArgumentException.class);
    }

    /** A linear search by each of 100,000 pictures in as many classes would take most of a minute. */
    @Test
    void noPictureSearchesAListForItsClass() throws IOException {
        put("a.png", "colour.png");
        put("b.png", "colour.png");
        PictureFiles files = PictureFiles.of(
                root.toRealPath(),
                PictureDecoder.upTo(1_000),
                List.of(NamedPicture.found("a.png", root), NamedPicture.found("b.png", root)),
                Reading.LATER);
        LabelledPictureFiles labelled = LabelledPictureFiles.of(files, unsearched("elm", "oak"), List.of("oak", "elm"));
        assertThat(labelled.label(0)).isEqualTo("oak");
        assertThat(labelled.withLabels(unsearched("oak", "ash", "elm")).label(1))
                .isEqualTo("elm");
    }

    private static List<String> unsearched(String... names) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return names[index];
            }

            @Override
            public int size() {
                return names.length;
            }

            @Override
            public int indexOf(Object name) {
                throw new AssertionError("searched for " + name);
            }

            @Override
            public boolean contains(Object name) {
                throw new AssertionError("searched for " + name);
            }
        };
    }
}
