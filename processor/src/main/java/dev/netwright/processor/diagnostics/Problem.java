package dev.netwright.processor.diagnostics;

/** Every fault that a spec can have: a stable id, and the rule. */
public enum Problem {
    /** The annotated type is a class, an enum, a record, an annotation or a nested type, or has type parameters. */
    SPEC_NOT_INTERFACE("spec-interface", "a spec must be a top-level interface without type parameters"),
    /** Two family annotations on one interface. */
    SEVERAL_FAMILIES("one-family", "a spec must carry exactly one network annotation"),
    /** The generated class has no name, an illegal one, or one that is taken. */
    CLASS_NAME("class-name", "the generated class needs a legal name that is unique in its package"),
    /**
     * The generated class shares its name with a type of the annotations' package, and would hide it from wildcard
     * imports.
     */
    HIDDEN_ANNOTATION(
            "hidden-annotation", "a generated class must not share its name with a type of dev.netwright.annotations"),
    /** A number outside the range that its attribute allows. */
    VALUE_RANGE("range", "a number must be in the range that its attribute's Javadoc gives"),
    /** An array attribute with too few or too many elements. */
    ELEMENT_COUNT("count", "an array's length must be in the range that its attribute's Javadoc gives"),
    /** A VGG block without convolutions. */
    EMPTY_BLOCK("empty-block", "a block must contain at least one convolution"),
    /** A block's channels can't be divided by the ratio. */
    RATIO("ratio", "the ratio must divide every block's channels"),
    /** A {@code @Network} without methods. */
    NO_STAGES("no-stages", "a network must have at least one stage that computes something"),
    /** A method that can't be a stage: inherited, default, static, with parameters or a result. */
    STAGE_METHOD(
            "stage-method",
            "a stage must be an abstract void method of the interface itself, without parameters or exceptions"),
    /** A stage without layers, with two main layers or with two activations. */
    STAGE_LAYERS(
            "stage-layers",
            "a stage must have a layer, at most one main layer and one activation, and only a single layer can be skipped"),
    /** A stage with the name of another layer, or with too long a name. */
    STAGE_NAME("stage-name", "a stage's name must be unique, ignoring case, and have at most 40 bytes in UTF-8"),
    /** A stage that reads an unknown stage, a later one, itself or the same one twice. */
    STAGE_INPUT("stage-input", "a stage must read earlier stages of its interface, each at most once"),
    /** The inputs of a sum, a product or a concatenation whose shapes don't fit. */
    JOIN_SHAPES(
            "join-shapes",
            "inputs of a sum or a product must have equal shapes, except a product's gates of one value for each channel; those of a"
                    + " concatenation must have equal rows and columns"),
    /** An annotation with {@code @Block} that isn't a block. */
    BLOCK(
            "block",
            "a block must be an annotation with one nested interface, whose attributes are int or boolean, each with a constant of its name"),
    /** A constant of a block where it stands for nothing, or in an expression that can't be read. */
    BLOCK_NUMBER(
            "block-number",
            "a block's constant must stand in the block's own stages, alone, as a multiple or as a fraction"),
    /** A layer annotation on a method that isn't a stage. */
    STRAY_LAYER("stray-layer", "layer annotations must be on methods of an interface with @Network"),
    /** Padding with which a pooling window could lie outside of the image. */
    POOL_PADDING("pool-padding", "a pool's padding must be at most half its kernel"),
    /** An upsampling without a size or with two, or with corners to align in another mode than bilinear. */
    UPSAMPLING(
            "upsampling",
            "an upsampling must have either a factor or both a height and a width, and can align corners in bilinear mode only"),
    /** A transposed convolution whose output padding reaches its stride, or whose padding leaves nothing. */
    TRANSPOSED_PADDING(
            "transposed-padding",
            "a transposed convolution's output padding must be below its stride, and its padding must leave a pixel"),
    /** A kernel or pooling window that is larger than its padded input. */
    WINDOW_TOO_LARGE("shape", "a window must fit into its padded input"),
    /** A convolution or pool that reads a vector. */
    IMAGE_EXPECTED(
            "image-expected",
            "convolutions, pools, local response norms, upsamplings, channel shuffles and channel splits can't read a vector"),
    /** Groups that don't divide the channels of their layer. */
    GROUPS("groups", "the number of groups must divide both the input and the output channels"),
    /** Parts that don't divide the channels. */
    PARTS("parts", "the number of parts must divide the channels"),
    /** An output that isn't one score for each class. */
    CLASS_SCORES(
            "class-scores",
            "cross-entropy needs one score for each of 2 or more classes, or for each label, as a vector or as maps of one pixel"),
    /** An output that isn't one score for each class at each pixel. */
    PIXEL_SCORES(
            "pixel-scores",
            "a loss of pixels needs a score for each of 2 or more classes at each pixel: an image with the rows and columns of the input and a"
                    + " channel for each class"),
    /** An image, a layer's output or the parameters have too many values for one Java array. */
    TOO_LARGE(
            "too-large",
            "an image, a layer's output for one image, and all parameters together must each have fewer than 2^31 values"),
    /** Too many layers for the limits of a class file. */
    TOO_DEEP("too-deep", "a network must have at most 2,000 layers, or 4,000 with activations"),
    /** The compiler's output folder is full or isn't writable. */
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
