package dev.netwright.annotations;

/** The convolutions of a residual block, whose output is added to the block's input. */
public enum ResidualForm {
    /** Two 3x3 convolutions (He et al., 2015, figure 5, left). */
    BASIC,
    /** A 1x1 convolution to fewer channels, a 3x3 convolution, and a 1x1 convolution to more (figure 5, right). */
    BOTTLENECK
}
