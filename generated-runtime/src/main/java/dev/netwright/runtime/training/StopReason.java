package dev.netwright.runtime.training;

/** Why a run came to its end. */
public enum StopReason {
    /** Every epoch was learned. */
    ALL_EPOCHS,
    /** A metric got no better for as many epochs as early stopping allows. */
    NO_IMPROVEMENT,
    /** The time that the run was given is over; it can be resumed. */
    TIME_LIMIT
}
