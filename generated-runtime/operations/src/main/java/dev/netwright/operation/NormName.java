package dev.netwright.operation;

/** The names of norms: a norm that belongs to another layer is named after it. */
final class NormName {
    private static final String SUFFIX = "_norm";

    private NormName() {}

    /** {@code conv1.norm} for the norm {@code conv1_norm} of the layer {@code conv1}; otherwise the norm's name. */
    static String prefix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) + ".norm" : name;
    }
}
