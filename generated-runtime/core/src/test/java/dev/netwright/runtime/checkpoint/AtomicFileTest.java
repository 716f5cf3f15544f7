package dev.netwright.runtime.checkpoint;

import static dev.netwright.runtime.checkpoint.SmallNetwork.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomicFileTest {
    private static final byte[] OLD = {1, 2, 3};

    private final Path directory;

    AtomicFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsWhole() throws Exception {
        Path file = Files.write(directory.resolve("w.safetensors"), OLD);

        AtomicFile.replace(file, channel -> {
            channel.write(ByteBuffer.wrap(new byte[] {9, 9}));
            assertThat(file).hasBinaryContent(OLD);
            assertThat(names()).hasSize(2).anyMatch(name -> name.matches("\\.w\\.safetensors\\.tmp-[0-9a-f]{16}"));
        });

        assertThat(file).hasBinaryContent(new byte[] {9, 9});
        assertThat(names()).containsExactly("w.safetensors");
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("device lost"),
                new OutOfMemoryError("no more"),
                new UncheckedIOException(new IOException("network gone")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aSourceThatThrowsLeavesTheOldFileWholeAndNothingBesideIt(Throwable failure) throws Exception {
        Path file = Files.write(directory.resolve("w.safetensors"), OLD);
        List<TensorEntry> tensors = List.of(
                entry(NamedShape.of("a", 20_000), new float[20_000]), new TensorEntry(NamedShape.of("b", 1), target -> {
                    throw sneak(failure);
                }));

        assertThatThrownBy(() -> SafeTensorsWriter.write(file, Map.of(), tensors))
                .isSameAs(failure);

        assertThat(file).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("w.safetensors");
    }

    @Test
    void aDiskThatFailsLeavesTheOldFileWholeAndIsNamed() throws Exception {
        Path file = Files.write(directory.resolve("w.safetensors"), OLD);

        assertThatThrownBy(() -> AtomicFile.replace(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[100]));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write " + file)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("check that the disk has room");

        assertThat(file).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("w.safetensors");
    }

    @Test
    void anInterruptedThreadLeavesTheOldFileIntactAndGetsAnError() throws Exception {
        Path file = Files.write(directory.resolve("w.safetensors"), OLD);

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SafeTensorsWriter.write(file, Map.of(), List.of()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("The thread was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(file).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("w.safetensors");
    }

    @Test
    void aFirstWriteThatFailsLeavesNoFileAtAll() {
        Path file = directory.resolve("w.safetensors");

        assertThatThrownBy(() -> AtomicFile.replace(file, channel -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMissingDirectoryIsNamedAndNotMade() {
        Path file = directory.resolve("missing").resolve("w.safetensors");

        assertThatThrownBy(() -> SafeTensorsWriter.write(file, Map.of(), List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(file.getParent() + ": no such directory")
                .hasMessageContaining("Create the directory first");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryIsNeverReplaced() throws Exception {
        Path occupied = Files.createDirectory(directory.resolve("w.safetensors"));

        assertThatThrownBy(() -> SafeTensorsWriter.write(occupied, Map.of(), List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(occupied + ": is a directory, not a file");
        assertThatThrownBy(() -> SafeTensorsWriter.write(directory.getRoot(), Map.of(), List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is a directory, not a file");
        assertThat(occupied).isEmptyDirectory();
    }

    @Test
    void aDirectoryWithoutWritePermissionIsNamed() throws Exception {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false), "the file system has no write permission to take away");
        assumeFalse(Files.isWritable(locked), "a superuser may write everywhere");

        assertThatThrownBy(() -> SafeTensorsWriter.write(locked.resolve("w.safetensors"), Map.of(), List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(AccessDeniedException.class)
                .hasMessageContaining(locked.toString())
                .hasMessageContaining("Choose a directory that you may write to");
    }

    @Test
    void aPathWithoutParentMeansTheWorkingDirectory() throws Exception {
        Path file = Path.of("netwright-atomic-file-test.safetensors");
        try {
            SafeTensorsWriter.write(file, Map.of(), List.of(entry(NamedShape.of("w", 1), 1f)));

            try (SafeTensorsReader reader = SafeTensorsReader.open(file.toAbsolutePath())) {
                assertThat(reader.tensors()).containsExactly(NamedShape.of("w", 1));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static RuntimeException sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
