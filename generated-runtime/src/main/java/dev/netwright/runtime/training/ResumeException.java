package dev.netwright.runtime.training;

import java.nio.file.Path;

/** A checkpoint is of a run that differs in what makes it another run. */
public final class ResumeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ResumeException(Path checkpoint, String what, String expected, String found, String cure) {
        super("checkpoint " + checkpoint + " can't be resumed: its run has " + what + " " + expected + ", found "
                + found + "; " + cure);
    }
}
