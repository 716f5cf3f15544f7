package dev.netwright.runtime.machine;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** More native memory is needed than this process may still take. */
public final class InsufficientMemoryException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1L;

    private final String fault;
    private final transient List<Fix> fixes;

    /** Says what needs it and how much is left by which limit, and then what helps. */
    public InsufficientMemoryException(String fault, Fix... fixes) {
        super(Fix.text(fault, List.of(fixes), Wording.JAVA));
        this.fault = fault;
        this.fixes = List.of(fixes);
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, fixes, wording);
    }
}
