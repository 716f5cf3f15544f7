package dev.netwright.runtime.checkpoint;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.nio.file.Path;
import java.util.List;

/** Another run, possibly of another process, saves its checkpoints in the same folder. */
public final class FolderInUseException extends IllegalStateException implements WordedFault {
    private static final long serialVersionUID = 1L;

    private static final List<Fix> FIXES =
            List.of(Fix.of("wait for it"), Fix.of("choose another folder with ", Setting.CHECKPOINTS));

    /** The fault without its fix. */
    private final String fault;

    FolderInUseException(Path folder) {
        this("another run saves its checkpoints in " + folder);
    }

    private FolderInUseException(String fault) {
        super(Fix.text(fault, FIXES, Wording.JAVA));
        this.fault = fault;
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, FIXES, wording);
    }
}
