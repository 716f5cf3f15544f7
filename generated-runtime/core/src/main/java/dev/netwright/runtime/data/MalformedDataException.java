package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** Data is not what it must be. The message says where, what was expected, what was found, and the fix. */
public final class MalformedDataException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

    private final String fault;
    private final transient List<Fix> fixes;

    /** An exception that says so: {@code where: expected ..., found ...; fix}. */
    public MalformedDataException(String where, String expected, String found, String fix) {
        this(where, expected, found, Fix.of(fix));
    }

    /** The same with several ways to fix it, or one that has a setting in it. */
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
