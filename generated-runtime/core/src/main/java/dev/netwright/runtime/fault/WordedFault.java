package dev.netwright.runtime.fault;

/** An exception whose message names settings. {@link Throwable#getMessage()} uses the words of programs. */
public interface WordedFault {
    /**
     * The message in a front end's words.
     *
     * @param wording words of the front end
     * @return the message
     */
    String message(Wording wording);

    /**
     * The message of any exception in a front end's words.
     *
     * @param fault the exception
     * @param wording words of the front end
     * @return the message; that of {@link Throwable#getMessage()} if the exception doesn't name settings
     */
    static String message(Throwable fault, Wording wording) {
        if (fault instanceof WordedFault worded) {
            return worded.message(wording);
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
