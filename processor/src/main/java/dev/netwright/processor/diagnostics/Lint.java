package dev.netwright.processor.diagnostics;

/**
 * Every advice on a valid spec: a stable id, its level, whether it is reported where no option says otherwise, what should
 * hold, and why. By default what is likely a slip is reported; what a published network does on purpose, or a mere count, is reported
 * on request.
 */
public enum Lint {
    /** An activation behind the last layer with weights. */
    RELU_LOGITS(
            "relu-logits",
            Severity.WARNING,
            true,
            "class scores should take any value",
            "ReLU lets no score fall below 0, and a class whose scores are all cut off learns no more; sigmoid and tanh bound"
                    + " how sure the network can be."),
    /** More memory than {@code -Anetwright.memory} allows. */
    MEMORY(
            "memory",
            Severity.WARNING,
            true,
            "a training step should fit the budget of -Anetwright.memory",
            "The bytes are those of oneDNN's kernels on a CPU with AVX2 and two threads, layouts, scratch and parameters included, as"
                    + " the generated class's trainingBytes(batch, optimizerStates) states them. Without the option there is no budget."),
    /** An option, or a name in {@code @SuppressWarnings}, that means nothing. */
    OPTIONS(
            "options",
            Severity.WARNING,
            true,
            "options and suppressions should name what there is",
            "A misspelt name would silently do nothing. A fault of the options themselves is told whatever they say."),
    /** All numbers but one are those of a published network. */
    NEAR_PRESET(
            "near-preset",
            Severity.NOTE,
            true,
            "a published network should have its numbers",
            "One number that differs is more often a typing error than an idea; a GoogLeNet with 150 channels in place of 160 is in"
                    + " a tutorial."),
    /** Dropout where it does nothing of its own, or harm. */
    DROPOUT_PLACE(
            "dropout-place",
            Severity.NOTE,
            true,
            "dropout should stand behind the activation of a hidden layer",
            "Before a ReLU it gives the values that it gives behind it, where a reader looks for it; before the first fully connected"
                    + " layer it drops single pixels, which their neighbours give away; behind the last layer it drops class scores."),
    /** A bias whose effect a batch norm removes. */
    BIAS_BEFORE_NORM(
            "bias-before-bn",
            Severity.NOTE,
            true,
            "a layer before a batch norm should have no bias",
            "The norm subtracts the mean, and the bias with it (Ioffe and Szegedy, 2015, section 3.2): it costs memory and has no"
                    + " gradient but rounding."),
    /** Windows that leave the image's last rows or columns out. */
    FLATTEN_SIZE(
            "flatten-size",
            Severity.NOTE,
            true,
            "windows should read their whole input",
            "The sizes fit another image size: windows of 11 at every fourth pixel end at the edge of 227 pixels, but leave a row"
                    + " of 224 unread."),
    /** Averaged values that see too little of the image. */
    RF_SMALL(
            "rf-small",
            Severity.NOTE,
            true,
            "averaged values should see at least half of the image's height and width",
            "The mean of values with a small receptive field knows which details an image has, not how they stand to each other."),
    /** A receptive field many times the image. */
    RF_LARGE(
            "rf-large",
            Severity.NOTE,
            false,
            "the receptive field should be at most four times the image",
            "Far beyond the image the last layers read mostly padding, as GoogLeNet does on 96 pixels. Deep published networks do"
                    + " so on purpose."),
    /** Most parameters in the fully connected layers. */
    FC_HEAVY(
            "fc-heavy",
            Severity.NOTE,
            false,
            "fully connected layers should have at most 85 % of the parameters",
            "They are most of what a network stores and an optimizer keeps; network in network did without (Lin et al., 2013). LeNet,"
                    + " AlexNet and VGG are so on purpose."),
    /** The network in one line. */
    SUMMARY(
            "summary",
            Severity.NOTE,
            false,
            "",
            "Parameters, multiply-adds, receptive field and the memory of a training step in one line for each network; batch and"
                    + " optimizer are those of -Anetwright.memory, or 64 and Adam.");

    /** What an id begins with in messages and in {@code @SuppressWarnings}. */
    public static final String PREFIX = "netwright:";

    private final String shortName;
    private final Severity severity;
    private final boolean isDefault;
    private final String rule;
    private final String reason;

    Lint(String shortName, Severity severity, boolean isDefault, String rule, String reason) {
        this.shortName = shortName;
        this.severity = severity;
        this.isDefault = isDefault;
        this.rule = rule;
        this.reason = reason;
    }

    /** The name in the option {@code -Anetwright.lint}, such as {@code fc-heavy}. */
    public String shortName() {
        return shortName;
    }

    /** The stable id, such as {@code netwright:fc-heavy}. */
    public String id() {
        return PREFIX + shortName;
    }

    /** How loudly it is told. */
    public Severity severity() {
        return severity;
    }

    /** Whether it is told without being asked for. */
    public boolean isDefault() {
        return isDefault;
    }

    /** What should hold; empty if it is no advice but a count. */
    public String rule() {
        return rule;
    }

    /** Why, in a sentence or two. */
    public String reason() {
        return reason;
    }
}
