package dev.netwright.tests.processes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A control group with a limit on memory, made for a test where this process may make one. */
final class MemoryCgroup implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Path VERSION_1 = ROOT.resolve("memory");

    private final Path folder;

    private MemoryCgroup(Path folder) {
        this.folder = folder;
    }

    /** One whose processes may have so many bytes together, none of them on disk; skips the test where that can't be. */
    static MemoryCgroup of(long bytes) {
        boolean isFirst = Files.isDirectory(VERSION_1);
        Path folder = (isFirst ? VERSION_1 : ROOT)
                .resolve("netwright-test-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            assumeTrue(false, "control groups can't be made here: " + e);
        }
        MemoryCgroup made = new MemoryCgroup(folder);
        try {
            Files.writeString(folder.resolve(isFirst ? "memory.limit_in_bytes" : "memory.max"), Long.toString(bytes));
        } catch (IOException e) {
            made.close();
            assumeTrue(false, "a control group's memory can't be limited here: " + e);
        }
        return made;
    }

    /** Words before a command that is to run in it. */
    List<String> entry() {
        return List.of("sh", "-c", "echo $$ > " + folder.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new IllegalStateException("a process is left in " + folder, e);
        }
    }
}
