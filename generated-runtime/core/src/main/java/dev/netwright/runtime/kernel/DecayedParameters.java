package dev.netwright.runtime.kernel;

/** Which parameters weight decay shrinks. */
public enum DecayedParameters {
    /** All that are trained, as in PyTorch. */
    ALL {
        @Override
        public boolean has(Parameter parameter) {
            return parameter.role().isTrainable();
        }
    },
    /** The weights of convolutions and fully connected layers. */
    WEIGHTS {
        @Override
        public boolean has(Parameter parameter) {
            return parameter.role().isWeight();
        }
    };

    /** Whether a parameter is among them. */
    public abstract boolean has(Parameter parameter);
}
