package dev.netwright.runtime.source;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** A dataset wasn't found. The message lists the searched folders and the ways to get the dataset. */
public final class DatasetNotFoundException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

    /** The fault without its fix. */
    private final String fault;

    private final transient List<Fix> fixes;

    DatasetNotFoundException(String fault, Fix... fixes) {
        super(Fix.text(fault, List.of(fixes), Wording.JAVA));
        this.fault = fault;
        this.fixes = List.of(fixes);
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, fixes, wording);
    }
}
