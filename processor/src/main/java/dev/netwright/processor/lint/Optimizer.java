package dev.netwright.processor.lint;

/** The values that an optimizer of the runtime keeps for each parameter. */
public enum Optimizer {
    /** Gradient descent alone. */
    SGD("SGD", 0),
    /** With momentum, in PyTorch's form. */
    MOMENTUM("momentum", 1),
    /** With Nesterov's momentum. */
    NESTEROV("Nesterov", 1),
    /** Kingma and Ba (2014). */
    ADAM("Adam", 2),
    /** Loshchilov and Hutter (2017). */
    ADAMW("AdamW", 2);

    private final String title;
    private final int states;

    Optimizer(String title, int states) {
        this.title = title;
        this.states = states;
    }

    /** The usual spelling. */
    String title() {
        return title;
    }

    /** Values kept for each parameter, in addition to it and its gradient. */
    int states() {
        return states;
    }
}
