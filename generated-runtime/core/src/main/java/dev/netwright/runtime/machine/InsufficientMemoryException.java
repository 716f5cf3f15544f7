package dev.netwright.runtime.machine;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** A computation needs more native memory than is available to this process. */
public final class InsufficientMemoryException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1L;

    /** The fault without its fix. */
    private final String fault;

    private final transient List<Fix> fixes;

    /**
     * Creates the exception.
     *
     * @param fault what needs the memory, how much is available, and which limit applies
     * @param fixes alternatives
     */
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
