package dev.netwright.runtime.fault;

import java.util.List;

/** A setting is missing or can't be satisfied. */
public class SettingException extends IllegalArgumentException implements WordedFault {
    private static final long serialVersionUID = 1L;

    /** The fault without its fix. */
    private final String fault;

    private final transient List<Fix> fixes;

    /**
     * Creates the exception.
     *
     * @param fault what is wrong
     * @param fixes alternatives
     */
    public SettingException(String fault, Fix... fixes) {
        super(Fix.text(fault, List.of(fixes), Wording.JAVA));
        this.fault = fault;
        this.fixes = List.of(fixes);
    }

    @Override
    public final String message(Wording wording) {
        return Fix.text(fault, fixes, wording);
    }
}
