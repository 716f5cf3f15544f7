package dev.netwright.runtime.fault;

import java.util.Optional;

/** The words that a front end has for settings. */
@FunctionalInterface
public interface Wording {
    /** A program's, which are those of {@link Throwable#getMessage()}. */
    Wording JAVA = Setting::call;

    /** What a setting is called; empty if this front end doesn't have it, and advice to use it is left out. */
    Optional<String> of(Setting setting);
}
