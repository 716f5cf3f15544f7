package dev.netwright.annotations;

/** Where a hidden layer's dropout stands; published variants of the same network differ in it. */
public enum DropoutPlace {
    /** Linear, activation, dropout: the papers' order. */
    AFTER_ACTIVATION,
    /** Linear, dropout, activation. */
    BEFORE_ACTIVATION,
    /** Dropout, linear, activation. */
    BEFORE_LINEAR
}
