package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** Data don't have the required form. The message says where, what was expected, what was found, and the fix. */
public final class MalformedDataException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

    /** The fault without its fix. */
    private final String fault;

    private final transient List<Fix> fixes;

    /**
     * Creates the message {@code where: expected ..., found ...; fix}.
     *
     * @param where file and position
     * @param expected the expected content, as a phrase
     * @param found the actual content, as a phrase
     * @param fix what to do, as a clause
     */
    public MalformedDataException(String where, String expected, String found, String fix) {
        this(where, expected, found, Fix.of(fix));
    }

    /**
     * Creates a message with several fixes, or with one that names a setting.
     *
     * @param where file and position
     * @param expected the expected content, as a phrase
     * @param found the actual content, as a phrase
     * @param fixes alternatives
     */
    public MalformedDataException(String where, String expected, String found, Fix... fixes) {
        this(where + ": expected " + expected + ", found " + found, List.of(fixes));
    }

    private MalformedDataException(String fault, List<Fix> fixes) {
        super(Fix.text(fault, fixes, Wording.JAVA));
        this.fault = fault;
        this.fixes = fixes;
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, fixes, wording);
    }
}
