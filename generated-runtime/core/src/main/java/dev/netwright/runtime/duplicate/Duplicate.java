package dev.netwright.runtime.duplicate;

/**
 * A picture and the earlier one that it repeats.
 *
 * @param index the picture's index in the part that was searched
 * @param name the picture's name
 * @param originalIndex the index of the picture that it repeats, in the other part or earlier in the same one
 * @param original the name of the picture that it repeats
 * @param isExact whether all decoded pixels are equal
 * @param bits how many bits of their perceptual hashes differ, 0 to 128; 0 if they are equal exactly
 */
public record Duplicate(int index, String name, int originalIndex, String original, boolean isExact, int bits) {
    /** {@return the two names, and how close the pictures are} */
    @Override
    public String toString() {
        return isExact
                ? name + " equals " + original
                : name + " resembles " + original + " (" + bits + (bits == 1 ? " bit differs)" : " bits differ)");
    }
}
