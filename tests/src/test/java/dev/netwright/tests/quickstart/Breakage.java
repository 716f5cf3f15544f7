package dev.netwright.tests.quickstart;

/** A slip in the user's spec: images of three pixels, which a second pool can't halve. */
final class Breakage {
    private static final String SOUND = "height = 28, width = 28";

    private Breakage() {}

    static String in(String spec) {
        if (!spec.contains(SOUND)) {
            throw new AssertionError("the spec no longer says " + SOUND + ":\n" + spec);
        }
        return spec.replace(SOUND, "height = 3, width = 3");
    }
}
