package dev.netwright.runtime.data;

/** How often an epoch of training has each sample. Evaluation always has each once. */
public enum Sampling {
    /** Each sample once. */
    EVERY_IMAGE,
    /**
     * As many samples of one class as of another, up to a difference of one. The number of samples in an epoch stays:
     * small classes come several times, of large ones each epoch has another part.
     */
    BALANCED
}
