package dev.netwright.runtime.fault;

/** An exception whose message names settings. {@link Throwable#getMessage()} has them in a program's words. */
public interface WordedFault {
    /** The message in the words of a front end. */
    String message(Wording wording);

    /** The message of any exception in the words of a front end; of one without words of its own, what it says itself. */
    static String message(Throwable fault, Wording wording) {
        if (fault instanceof WordedFault worded) {
            return worded.message(wording);
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
