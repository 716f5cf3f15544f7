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

/** The checkpoint that a run continues from, and what stands in the way of continuing from it. */
final class ResumedFile {
    private ResumedFile() {}

    /**
     * The checkpoint; empty if the run begins.
     *
     * @throws IllegalArgumentException if the run would replace another one's checkpoints
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
                        learner.name() + " is to be resumed, but nothing says from where",
                        Fix.of("name its folder with ", Setting.CHECKPOINTS),
                        Fix.of("name its file with ", Setting.RESUME_FROM));
            }
            return newest;
        }
        if (newest.isPresent()) {
            throw new SettingException(
                    newest.get() + " is a run's checkpoint that a new run would replace",
                    Fix.of("continue that run with ", Setting.RESUME),
                    Fix.of("choose another folder with ", Setting.CHECKPOINTS));
        }
        return Optional.empty();
    }

    /** The last checkpoint, or the best where somebody took the last away. A link that leads nowhere is one too. */
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
                    "checkpoint " + file + " is a link to " + target(file) + ", which isn't there",
                    Fix.of("bring that file back"),
                    Fix.of("remove the link to begin a new run"));
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the link " + link + ": " + e, e);
        }
    }

    /** Who resumes from a checkpoint beside the newest one means to replace that; who names another folder may not know of it. */
    private static void requireSameFolder(Path resumed, Path newest) {
        if (!real(folderOf(resumed)).equals(real(folderOf(newest)))) {
            throw new SettingException(
                    "the run of " + resumed + " is to be saved in " + folderOf(newest) + ", where " + newest
                            + " is another run's checkpoint that it would replace",
                    Fix.of("choose a folder without a run, or " + folderOf(resumed) + ", with ", Setting.CHECKPOINTS));
        }
    }

    /** The folder that a file lies in. */
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
     * What a checkpoint says of its run. Its checksum is compared before anything of it is believed.
     *
     * @throws MalformedWeightsException if it is damaged, with the checkpoint that can be resumed in its place if there is one
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
                    "The best checkpoint beside it, " + best + ", is whole: continue the run after epoch "
                            + there.epoch() + " with ",
                    Setting.RESUME_FROM,
                    ".");
        } catch (RuntimeException e) {
            return Fix.of("The best checkpoint beside it can't be resumed either: " + e.getMessage());
        }
    }
}
