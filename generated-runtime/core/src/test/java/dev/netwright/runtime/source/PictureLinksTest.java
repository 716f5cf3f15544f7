package dev.netwright.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.picture.PillowPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links among pictures: broken ones, and those that replace a picture after it was listed. */
@DisabledOnOs(OS.WINDOWS)
class PictureLinksTest {
    private static final String REPLACED = "replaced by a link, which isn't followed";

    @TempDir
    private Path temporary;

    private Path root;
    private Path outside;

    @BeforeEach
    void put() throws IOException {
        root = Files.createDirectories(temporary.toRealPath().resolve("leaves"));
        outside = Files.createDirectories(temporary.resolve("outside/oak"));
        put(root.resolve("oak/a.png"), "colour.png");
        put(root.resolve("oak/b.png"), "colour.png");
        put(outside.resolve("a.png"), "grey-2-bit.png");
    }

    private static void put(Path file, String picture) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, PillowPictures.content(picture));
    }

    @Test
    void aPictureThatALinkReplacesIsNotFollowed() throws IOException {
        PictureFiles files = PictureFolder.at(root).all();
        Files.delete(root.resolve("oak/a.png"));
        Files.createSymbolicLink(root.resolve("oak/a.png"), outside.resolve("a.png"));
        assertThatThrownBy(() -> files.picture(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(root.resolve("oak/a.png").toString())
                .hasMessageContaining(REPLACED);
        assertThat(files.picture(1).getWidth()).isEqualTo(23);
    }

    @Test
    void aFolderThatALinkReplacesIsNotFollowed() throws IOException {
        PictureFiles files = PictureFolder.at(root).all();
        Files.move(root.resolve("oak"), temporary.resolve("moved"));
        Files.createSymbolicLink(root.resolve("oak"), outside);
        assertThatThrownBy(() -> files.picture(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(REPLACED);
    }

    /** However often a link and the picture are swapped, files outside the folder are never read. */
    @Test
    void noMomentLeadsOut() throws IOException, InterruptedException {
        Path picture = root.resolve("oak/a.png");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), outside.resolve("a.png"));
        PictureFiles files = PictureFolder.at(root).all();
        AtomicBoolean isDone = new AtomicBoolean();
        Thread replacing = new Thread(() -> takeTurns(picture, link, isDone));
        replacing.start();
        int read = 0;
        try {
            for (int i = 0; i < 2_000; i++) {
                try {
                    assertThat(files.picture(0).getWidth()).isEqualTo(23);
                    read++;
                } catch (UncheckedIOException | MalformedDataException e) {
                    assertThat(e).hasMessageContaining(picture.toString());
                }
            }
        } finally {
            isDone.set(true);
            replacing.join();
        }
        assertThat(read).as("pictures that were read").isPositive();
    }

    private void takeTurns(Path picture, Path link, AtomicBoolean isDone) {
        Path kept = temporary.resolve("kept");
        try {
            Files.copy(picture, kept);
            while (!isDone.get()) {
                Path copiedLink = temporary.resolve("copied-link");
                Files.createSymbolicLink(copiedLink, Files.readSymbolicLink(link));
                Files.move(copiedLink, picture, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Path copied = Files.copy(kept, temporary.resolve("copied"), StandardCopyOption.REPLACE_EXISTING);
                Files.move(copied, picture, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void linksThatLeadNowhereAreRefusedOrSkipped() throws IOException {
        Files.createSymbolicLink(root.resolve("oak/circle.png"), Path.of("circle.png"));
        Files.createSymbolicLink(root.resolve("oak/nothing.png"), Path.of("absent.png"));
        Files.createSymbolicLink(root.resolve("oak/again.png"), root.resolve("oak"));
        Path csv = Files.writeString(
                temporary.resolve("list.csv"), "image\noak/circle.png\noak/nothing.png\noak/again.png\noak/a.png\n");
        for (PictureFolder folder : new PictureFolder[] {
            PictureFolder.at(root), PictureFolder.at(root).checked()
        }) {
            assertThatThrownBy(() -> folder.listedIn(csv))
                    .isInstanceOf(MalformedDataException.class)
                    .hasMessageContaining(csv + ", line 2: expected the picture 'oak/circle.png'")
                    .hasMessageContaining("a link that can't be followed");
            assertThatThrownBy(folder::labelledByFolder).isInstanceOf(MalformedDataException.class);
            assertThatThrownBy(folder::all).isInstanceOf(MalformedDataException.class);
        }
        PictureFolder skipping = PictureFolder.at(root).skipUnreadable();
        assertThat(skipping.listedIn(csv).skipped())
                .extracting(SkippedPicture::name)
                .containsExactly("oak/circle.png", "oak/nothing.png", "oak/again.png");
        assertThat(skipping.labelledByFolder().skipped())
                .extracting(SkippedPicture::name)
                .containsExactly("oak/again.png", "oak/circle.png", "oak/nothing.png");
        assertThat(skipping.all().size()).isEqualTo(2);
    }
}
