package dev.netwright.runtime.source;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/** A dataset is on none of the places where it was looked for. The message lists the places and the ways to get it. */
public final class DatasetNotFoundException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1;

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
