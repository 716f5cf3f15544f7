package dev.netwright.runtime.source;

/**
 * An unreadable picture that was skipped.
 *
 * @param name name of the picture in its source
 * @param reason what was expected and what was found
 */
public record SkippedPicture(String name, String reason) {}
