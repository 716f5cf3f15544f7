package dev.netwright.processor.diagnostics;

/**
 * All lints for valid specs, each with a stable id, a level, whether it is on by default, its rule, and the reason.
 * Lints for likely slips are on by default; those for what published networks do on purpose, and mere counts, are on
 * request.
 */
public enum Lint {
    /** An activation after the last layer with weights. */
    RELU_LOGITS(
            "relu-logits",
            Severity.WARNING,
            true,
            "class scores should be unbounded",
            "ReLU cuts scores off at 0, and a class whose scores are all cut off stops learning; sigmoid and tanh limit how"
                    + " confident the network can be."),
    /** A stage that the output doesn't depend on. */
    UNREAD_STAGE(
            "unread-stage",
            Severity.WARNING,
            true,
            "every stage should be read by another, up to the last one",
            "The output doesn't depend on a stage that nothing reads. The class leaves it out, with the stages that only it reads;"
                    + " more often its name is missing in a sum or a concatenation."),
    /** More memory than {@code -Anetwright.memory} allows. */
    MEMORY(
            "memory",
            Severity.WARNING,
            true,
            "a training step should fit the budget of -Anetwright.memory",
            "The lint compares the budget with the generated class's trainingBytes(batch, optimizerStates): oneDNN's kernels on a CPU"
                    + " with AVX2 and two threads, including layouts, scratch and parameters. Without the option there is no budget."),
    /** An unknown option value, or an unknown name in {@code @SuppressWarnings}. */
    OPTIONS(
            "options",
            Severity.WARNING,
            true,
            "options and suppressions should use names that exist",
            "A misspelt name would silently do nothing. Faults in the options themselves are always reported."),
    /** All numbers except one are those of a published network. */
    NEAR_PRESET(
            "near-preset",
            Severity.NOTE,
            true,
            "a published network should have its published numbers",
            "A single different number is more often a typo than an idea; one tutorial has a GoogLeNet with 150 channels instead"
                    + " of 160."),
    /** Dropout at a place where it has no effect of its own, or does harm. */
    DROPOUT_PLACE(
            "dropout-place",
            Severity.NOTE,
            true,
            "dropout should follow the activation of a hidden layer",
            "Before a ReLU it has the same effect as after it, where readers expect it; before the first fully connected layer it"
                    + " drops single pixels, which their neighbours reveal; after the last layer it drops class scores."),
    /** A bias whose effect a batch norm removes. */
    BIAS_BEFORE_NORM(
            "bias-before-bn",
            Severity.NOTE,
            true,
            "a layer before a batch norm should have no bias",
            "The norm subtracts the mean, and the bias with it (Ioffe and Szegedy, 2015, section 3.2). The bias costs memory, and"
                    + " its gradient is only rounding error."),
    /** Windows that don't read the image's last rows or columns. */
    FLATTEN_SIZE(
            "flatten-size",
            Severity.NOTE,
            true,
            "windows should read their whole input",
            "The sizes fit another image size: windows of 11 with stride 4 end exactly at the edge of 227 pixels, but leave one row"
                    + " of 224 unread."),
    /** Averaged values that see too little of the image. */
    RF_SMALL(
            "rf-small",
            Severity.NOTE,
            true,
            "averaged values should see at least half of the image's height and width",
            "The mean of values with a small receptive field knows which details an image has, not how they are arranged."),
    /** A receptive field many times the image. */
    RF_LARGE(
            "rf-large",
            Severity.NOTE,
            false,
            "the receptive field should be at most four times the image",
            "If it is much larger, the last layers read mostly padding, as GoogLeNet does on 96 pixels. Deep published networks do"
                    + " this on purpose."),
    /** Most parameters in the fully connected layers. */
    FC_HEAVY(
            "fc-heavy",
            Severity.NOTE,
            false,
            "fully connected layers should have at most 85 % of the parameters",
            "They dominate what a network stores and what an optimizer keeps; network in network avoids them (Lin et al., 2013)."
                    + " LeNet, AlexNet and VGG have them on purpose."),
    /** The network in one line. */
    SUMMARY(
            "summary",
            Severity.NOTE,
            false,
            "",
            "One line for each network: parameters, multiply-adds, receptive field and the memory of a training step with the batch"
                    + " and optimizer of -Anetwright.memory, or 64 and Adam.");

    /** The prefix of ids in messages and in {@code @SuppressWarnings}. */
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

    /** Its level. */
    public Severity severity() {
        return severity;
    }

    /** Whether it is on by default. */
    public boolean isDefault() {
        return isDefault;
    }

    /** The rule; empty if the lint only reports a count. */
    public String rule() {
        return rule;
    }

    /** Why, in a sentence or two. */
    public String reason() {
        return reason;
    }
}
