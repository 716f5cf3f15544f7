package dev.netwright.runtime.fault;

import java.util.Optional;

/** A front end's words for settings. */
@FunctionalInterface
public interface Wording {
    /** The words of programs, used by {@link Throwable#getMessage()}. */
    Wording JAVA = Setting::call;

    /**
     * A front end's words for a setting.
     *
     * @param setting the setting
     * @return the words; empty if the front end doesn't have the setting, so that messages don't suggest it
     */
    Optional<String> of(Setting setting);
}
