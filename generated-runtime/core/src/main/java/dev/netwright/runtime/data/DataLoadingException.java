package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.io.UncheckedIOException;

/** A sample couldn't be read. The message names the sample and the reason, which is also the cause. */
public final class DataLoadingException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

    /** Where it went wrong. */
    private final String where;
    /** What went wrong. */
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

    /** Includes the exception's type if it isn't one that readers of files throw. */
    private static String text(String where, Throwable reason, Wording wording) {
        boolean isWorded = reason instanceof WordedFault || reason instanceof UncheckedIOException;
        return where + " could not be read: " + (isWorded ? WordedFault.message(reason, wording) : reason);
    }
}
