package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.io.UncheckedIOException;

/** A sample could not be read while its batch was made. The message names the sample and says why; so does the cause. */
public final class DataLoadingException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

    private final String where;
    private final Throwable reason;

    DataLoadingException(String where, Throwable reason) {
        super(text(where, reason, Wording.JAVA), reason);
        this.where = where;
        this.reason = reason;
    }

    @Override
    public String message(Wording wording) {
        return text(where, reason, wording);
    }

    /** Of an exception that no reader of files throws, the kind is worth knowing. */
    private static String text(String where, Throwable reason, Wording wording) {
        boolean isWorded = reason instanceof WordedFault || reason instanceof UncheckedIOException;
        return where + " could not be read: " + (isWorded ? WordedFault.message(reason, wording) : reason);
    }
}
