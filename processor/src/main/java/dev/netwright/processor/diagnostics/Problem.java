package dev.netwright.processor.diagnostics;

/** Every fault a spec can have: a stable id, and what must hold. */
public enum Problem {
    /** The annotated type is a class, an enum, a record, an annotation, or generic. */
    SPEC_NOT_INTERFACE(
            "spec-interface", "a spec must be an interface without type parameters that stands in no other type"),
    /** Two family annotations on one interface. */
    SEVERAL_FAMILIES("one-family", "a spec carries exactly one network annotation"),
    /** The generated class has no name, or one that Java or the package doesn't allow. */
    CLASS_NAME("class-name", "the generated class needs a legal name of its own"),
    /** A number outside the range that its attribute allows. */
    VALUE_RANGE("range", "a value must lie in its attribute's range"),
    /** An array attribute with too few or too many elements. */
    ELEMENT_COUNT("count", "an array attribute must have a legal number of elements"),
    /** A VGG block without convolution. */
    EMPTY_BLOCK("empty-block", "a block must hold at least one convolution"),
    /** A block's channels can't be divided by the ratio. */
    RATIO("ratio", "the ratio must divide every block's channels"),
    /** A kernel or pooling window is larger than the padded image it slides over. */
    WINDOW_TOO_LARGE("shape", "a window must fit into its padded input"),
    /** A pool's input is so small that padding would fill whole windows, or sizes exceed what an array can hold. */
    TOO_LARGE("too-large", "a tensor must stay below 2^31 elements"),
    /** A fault of the processor itself. */
    INTERNAL("internal", "the processor must not fail; please report this with the spec");

    private final String id;
    private final String rule;

    Problem(String id, String rule) {
        this.id = id;
        this.rule = rule;
    }

    /** The stable id, such as {@code netwright:shape}. */
    public String id() {
        return "netwright:" + id;
    }

    /** What must hold. */
    public String rule() {
        return rule;
    }
}
