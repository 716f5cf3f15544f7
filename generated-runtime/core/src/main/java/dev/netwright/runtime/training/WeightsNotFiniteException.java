package dev.netwright.runtime.training;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;

/**
 * A tensor of a network in training holds a NaN or an infinity that the loss doesn't show: ReLU turns a NaN into 0. The
 * run ends without a network or a checkpoint; earlier checkpoints are unchanged.
 */
public final class WeightsNotFiniteException extends RuntimeException implements WordedFault {
    private static final long serialVersionUID = 1L;

    private static final List<Fix> FIXES = List.of(
            Fix.of("lower ", Setting.LEARNING_RATE),
            Fix.of("warm up to it"),
            Fix.of("clip gradients with ", Setting.CLIP_GRADIENTS));

    /** The fault without its fix. */
    private final String fault;

    WeightsNotFiniteException(String network, String tensor, RunProgress at, double loss, double learningRate) {
        this(network + ": after step " + at.step() + " (batch " + at.batch() + " of epoch " + (at.epoch() + 1)
                + ") the first tensor with a value that isn't finite is " + tensor + ", though the loss, " + loss
                + ", doesn't show it; the run ends without a network, and earlier checkpoints are unchanged. The learning rate was "
                + learningRate);
    }

    private WeightsNotFiniteException(String fault) {
        super(Fix.text(fault, FIXES, Wording.JAVA));
        this.fault = fault;
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, FIXES, wording);
    }
}
