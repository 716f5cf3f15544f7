package dev.netwright.runtime.training;

/** Why a run came to its end. */
public enum StopReason {
    /** Every epoch was learned. */
    ALL_EPOCHS("every epoch was learned"),
    /** A metric got no better for as many epochs as early stopping allows. */
    NO_IMPROVEMENT("no epoch was better for as long as early stopping waits"),
    /** The time that the run was given is over; it can be resumed. */
    TIME_LIMIT("its time was up; resumed, it goes on");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    /** For a person, such as "every epoch was learned". */
    public String text() {
        return text;
    }
}
