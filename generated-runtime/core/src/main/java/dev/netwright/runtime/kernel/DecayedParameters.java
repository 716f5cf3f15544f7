package dev.netwright.runtime.kernel;

/** Which parameters weight decay shrinks. */
public enum DecayedParameters {
    /** Every trainable parameter, as in PyTorch. */
    ALL {
        @Override
        public boolean has(Parameter parameter) {
            return parameter.role().isTrainable();
        }
    },
    /** The weights of convolutions and fully connected layers, but no biases, no scales and offsets of norms and no layer scales. */
    WEIGHTS {
        @Override
        public boolean has(Parameter parameter) {
            return parameter.role().isWeight();
        }
    };

    /**
     * Whether weight decay shrinks a parameter.
     *
     * @param parameter any tensor of the network; a running statistic never decays
     * @return whether it decays
     */
    public abstract boolean has(Parameter parameter);
}
