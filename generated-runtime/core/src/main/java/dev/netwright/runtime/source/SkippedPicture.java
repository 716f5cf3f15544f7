package dev.netwright.runtime.source;

/**
 * A picture that was left out because it can't be read.
 *
 * @param name what the source calls it
 * @param reason what was expected and what was found
 */
public record SkippedPicture(String name, String reason) {}
