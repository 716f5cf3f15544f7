package dev.netwright.annotations;

/**
 * The order of dropout, linear layer and activation in a hidden layer; published variants of the same network differ in
 * it.
 */
public enum DropoutPlace {
    /** Linear, activation, dropout: the papers' order. */
    AFTER_ACTIVATION,
    /** Linear, dropout, activation. */
    BEFORE_ACTIVATION,
    /** Dropout, linear, activation. */
    BEFORE_LINEAR
}
