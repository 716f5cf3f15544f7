package dev.netwright.runtime.training;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.SettingException;
import java.nio.file.Path;

/** A checkpoint can't be resumed, because its run differs in an option that determines the result. */
public final class ResumeException extends SettingException {
    private static final long serialVersionUID = 1L;

    ResumeException(Path checkpoint, String what, String expected, String found, Fix... fixes) {
        super(
                "checkpoint " + checkpoint + " can't be resumed: its run has " + what + " " + expected + ", found "
                        + found,
                fixes);
    }
}
