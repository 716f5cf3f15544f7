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
    ADAMW("AdamW", 2),
    /** Reddi and others (2018). */
    AMSGRAD("AMSGrad", 3),
    /** Hinton (2012), without momentum. */
    RMSPROP("RMSprop", 1),
    /** Duchi and others (2011). */
    ADAGRAD("AdaGrad", 1),
    /** Zeiler (2012). */
    ADADELTA("AdaDelta", 2),
    /** Kingma and Ba (2014), section 7.1. */
    ADAMAX("AdaMax", 2),
    /** Dozat (2016). */
    NADAM("Nadam", 2),
    /** Zhuang and others (2020). */
    ADABELIEF("AdaBelief", 2);

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
