package dev.netwright.nd4j;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adam and AdamW as PyTorch has them. ND4J's own operation computes {@code m rate sqrt(1 - beta2^t) / (1 - beta1^t) /
 * (sqrt(v) + epsilon)}; with epsilon scaled by {@code sqrt(1 - beta2^t)} that is PyTorch's formula.
 */
final class AdamUpdate implements VectorUpdate {
    private final UpdateRule.Adam rule;
    private final NativeCall decay;
    private final NativeCall adam;
    private final PreparedStep subtract;

    AdamUpdate(UpdateRule.Adam rule, INDArray values, INDArray gradients, INDArray state, BackendPolicy policy) {
        this.rule = rule;
        INDArray firstMoment = FlatUpdate.part(state, 0, values.length());
        INDArray secondMoment = FlatUpdate.part(state, 1, values.length());
        decay = FlatUpdate.scale(values, values, policy);
        adam = NativeCall.of("adam_updater", policy)
                .inputs(gradients, secondMoment, firstMoment)
                .outputs(gradients, secondMoment, firstMoment)
                .numbers(0, rule.beta1(), rule.beta2(), rule.epsilon())
                .integers(0)
                .build();
        subtract = FlatUpdate.subtract(values, gradients, policy);
    }

    @Override
    public void step(double learningRate, int iteration, int epoch) {
        int t = iteration + 1;
        double secondCorrection = Math.sqrt(1 - Math.pow(rule.beta2(), t));
        double firstCorrection = 1 - Math.pow(rule.beta1(), t);
        if (rule.decay() > 0) {
            decay.numbers(1 - learningRate * rule.decay());
            decay.run();
        }
        // The operation's own iteration stays 0, where it divides by 1 - beta1 and multiplies by sqrt(1 - beta2), with
        // betas in float32: of 0.999
        // that makes 7e-6.
        double undone = (1 - (double) (float) rule.beta1()) / Math.sqrt(1 - (double) (float) rule.beta2());
        adam.numbers(
                learningRate * secondCorrection / firstCorrection * undone,
                rule.beta1(),
                rule.beta2(),
                rule.epsilon() * secondCorrection);
        adam.run();
        subtract.run();
    }
}
