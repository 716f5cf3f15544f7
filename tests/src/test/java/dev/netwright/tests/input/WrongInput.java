package dev.netwright.tests.input;

import java.nio.file.Path;

/**
 * Something that a user may hand in and that can't be used.
 *
 * @param name what is wrong with it
 * @param use hands it in; what it needs it writes into the folder
 * @param message what the user is told, with {@code <folder>}, {@code <checksum>} and {@code <fingerprint>} for what they were
 */
record WrongInput(String name, Use use, String message) {
    /** A user's call. */
    @FunctionalInterface
    interface Use {
        void in(Path folder) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
