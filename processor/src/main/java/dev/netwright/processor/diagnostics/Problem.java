package dev.netwright.processor.diagnostics;

/** Every fault a spec can have: a stable id, and what must hold. */
public enum Problem {
    /** The annotated type is a class, an enum, a record or an annotation, is nested, or has type parameters. */
    SPEC_NOT_INTERFACE("spec-interface", "a spec must be a top-level interface without type parameters"),
    /** Two family annotations on one interface. */
    SEVERAL_FAMILIES("one-family", "a spec must carry exactly one network annotation"),
    /** The generated class has no name, one that a Java class can't have, or one that is taken. */
    CLASS_NAME("class-name", "the generated class needs a legal name that nothing else in its package has"),
    /** The generated class has the name of a type of the annotations' package, which imports on demand would no longer find. */
    HIDDEN_ANNOTATION(
            "hidden-annotation", "a generated class must not have the name of a type of dev.netwright.annotations"),
    /** A number outside the range that its attribute allows. */
    VALUE_RANGE("range", "a number must lie in the range that its attribute's Javadoc gives"),
    /** An array attribute with too few or too many elements. */
    ELEMENT_COUNT("count", "an array must have as many elements as its attribute's Javadoc allows"),
    /** A VGG block without convolution. */
    EMPTY_BLOCK("empty-block", "a block must hold at least one convolution"),
    /** A block's channels can't be divided by the ratio. */
    RATIO("ratio", "the ratio must divide every block's channels"),
    /** A {@code @Network} without methods. */
    NO_STAGES("no-stages", "a network must have at least one stage that computes something"),
    /** A method that can't be a stage: inherited, default, static, with parameters or a result. */
    STAGE_METHOD(
            "stage-method",
            "stages are abstract methods of the interface itself, without parameters, result or exceptions"),
    /** A stage without layer, with two main layers or with two activations. */
    STAGE_LAYERS("stage-layers", "a stage must have a layer, and at most one main layer and one activation"),
    /** A stage called as another layer is, or with too long a name. */
    STAGE_NAME(
            "stage-name", "a stage's name must be its own, whatever the capitals, and have at most 40 bytes in UTF-8"),
    /** A layer's annotation where no stage is. */
    STRAY_LAYER("stray-layer", "layers must stand on the methods of an interface with @Network"),
    /** Padding with which a pooling window could lie outside of the image. */
    POOL_PADDING("pool-padding", "a pool's padding must be at most half its kernel"),
    /** A kernel or pooling window is larger than the padded image it slides over. */
    WINDOW_TOO_LARGE("shape", "a window must fit into its padded input"),
    /** A convolution or pool behind a layer that gives a vector. */
    IMAGE_EXPECTED(
            "image-expected", "only linear layers, batch norms, activations, dropout and flattening read vectors"),
    /** Groups that don't divide the channels of their layer. */
    GROUPS("groups", "the groups must divide the channels in and out"),
    /** An output that isn't one score for each class. */
    CLASS_SCORES(
            "class-scores",
            "cross-entropy reads a vector, or maps of one pixel, with a score for each of 2 or more classes"),
    /** An image, a layer's output or the parameters are too many values for one Java array. */
    TOO_LARGE(
            "too-large",
            "an image, a layer's output for it and all parameters together must each stay below 2^31 values"),
    /** So many layers that their class would pass the limits of a class file. */
    TOO_DEEP(
            "too-deep",
            "a network must have at most 500 layers, activations not counted, and a list of them that a class file holds"),
    /** The compiler's output folder is full, or may not be written. */
    UNWRITABLE("unwritable", "the compiler must be able to write the class"),
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
