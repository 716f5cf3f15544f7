package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.checkpoint.MalformedWeightsException;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Finds and reads the checkpoint that a run resumes from. */
final class ResumedFile {
    private ResumedFile() {}

    /**
     * The checkpoint to resume; empty if the run starts.
     *
     * @throws IllegalArgumentException if the run would overwrite the checkpoints of another run
     */
    static Optional<Path> of(Learner learner, Training training) {
        Optional<Path> newest = training.checkpoints().flatMap(ResumedFile::newest);
        if (training.resumedFile().isPresent()) {
            newest.ifPresent(other -> requireSameFolder(training.resumedFile().get(), other));
            return training.resumedFile();
        }
        if (training.resumes()) {
            if (training.checkpoints().isEmpty()) {
                throw new SettingException(
                        learner.name() + " can't be resumed without the checkpoint's folder or file",
                        Fix.of("name its folder with ", Setting.CHECKPOINTS),
                        Fix.of("name its file with ", Setting.RESUME_FROM));
            }
            return newest;
        }
        if (newest.isPresent()) {
            throw new SettingException(
                    newest.get() + " is the checkpoint of another run, and a new run would overwrite it",
                    Fix.of("continue that run with ", Setting.RESUME),
                    Fix.of("choose another folder with ", Setting.CHECKPOINTS));
        }
        return Optional.empty();
    }

    /** The last checkpoint, or the best one if the last is missing. A broken link counts as a checkpoint. */
    private static Optional<Path> newest(Checkpoints folder) {
        for (Path file : new Path[] {folder.last(), folder.best()}) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                requireTarget(file);
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static void requireTarget(Path file) {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new SettingException(
                    "checkpoint " + file + " is a link to " + target(file) + ", which doesn't exist",
                    Fix.of("restore that file"),
                    Fix.of("remove the link to start a new run"));
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the link " + link + ": " + e, e);
        }
    }

    /**
     * A run that resumes from another checkpoint of the same folder may overwrite the newest one. In another folder it
     * may not, because the user may not know of that run.
     */
    private static void requireSameFolder(Path resumed, Path newest) {
        if (!real(folderOf(resumed)).equals(real(folderOf(newest)))) {
            throw new SettingException(
                    "the run of " + resumed + " would be saved in " + folderOf(newest) + ", where " + newest
                            + " is the checkpoint of another run that it would overwrite",
                    Fix.of("choose a folder without a run, or " + folderOf(resumed) + ", with ", Setting.CHECKPOINTS));
        }
    }

    /** The folder that contains a file. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.normalize();
        }
    }

    /**
     * Reads a checkpoint's state. The file's checksum is verified first.
     *
     * @throws MalformedWeightsException if the file is damaged; the message names another checkpoint to resume, if
     *     there is one
     */
    static CheckpointState read(Path file, Learner learner) {
        try {
            return CheckpointFile.verifiedState(file, learner.expected());
        } catch (MalformedWeightsException e) {
            Path best = Checkpoints.in(folderOf(file)).best();
            if (best.equals(file.toAbsolutePath()) || !Files.exists(best)) {
                throw e;
            }
            throw e.with(wayOut(best, learner));
        }
    }

    private static Fix wayOut(Path best, Learner learner) {
        try {
            RunProgress there = RunProgress.of(CheckpointFile.verifiedState(best, learner.expected()));
            return Fix.of(
                    "The best checkpoint beside it, " + best + ", is intact: resume the run after epoch "
                            + there.epoch() + " with ",
                    Setting.RESUME_FROM,
                    ".");
        } catch (RuntimeException e) {
            return Fix.of("The best checkpoint beside it can't be resumed either: " + e.getMessage());
        }
    }
}
