package dev.netwright.runtime.training;

/** Why a run ended. */
public enum StopReason {
    /** Every epoch was learned. */
    ALL_EPOCHS("every epoch was learned"),
    /** The metric of early stopping didn't improve for the allowed number of epochs. */
    NO_IMPROVEMENT("the metric of early stopping stopped improving"),
    /** The time limit was reached; the run can be resumed. */
    TIME_LIMIT("the time limit was reached; the run can be resumed");

    private final String text;

    StopReason(String text) {
        this.text = text;
    }

    /** {@return the reason for messages, such as "every epoch was learned"} */
    public String text() {
        return text;
    }
}
