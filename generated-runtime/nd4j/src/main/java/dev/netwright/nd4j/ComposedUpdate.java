package dev.netwright.nd4j;

import dev.netwright.runtime.engine.optimizer.NadamRates;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A rule composed of ND4J's operations over whole vectors, so that it runs where the vectors are, on a GPU too. ND4J's
 * own operations for optimizers have epsilon elsewhere than PyTorch.
 */
final class ComposedUpdate {
    private final INDArray p;
    private final INDArray g;
    private final INDArray state;
    /** Intermediate results of a formula, as long as the other vectors. */
    private final INDArray scratch;

    private ComposedUpdate(INDArray values, INDArray gradients, INDArray state) {
        p = values;
        g = gradients;
        this.state = state;
        scratch = FlatArray.zeros("scratch of the optimizer", values.length()).whole();
    }

    static VectorUpdate of(UpdateRule rule, INDArray values, INDArray gradients, INDArray state) {
        ComposedUpdate update = new ComposedUpdate(values, gradients, state);
        if (rule instanceof UpdateRule.AmsGrad amsGrad) {
            return update.amsGrad(amsGrad);
        }
        if (rule instanceof UpdateRule.RmsProp rmsProp) {
            return update.rmsProp(rmsProp);
        }
        if (rule instanceof UpdateRule.AdaGrad adaGrad) {
            return update.adaGrad(adaGrad);
        }
        if (rule instanceof UpdateRule.AdaDelta adaDelta) {
            return update.adaDelta(adaDelta);
        }
        if (rule instanceof UpdateRule.AdaMax adaMax) {
            return update.adaMax(adaMax);
        }
        if (rule instanceof UpdateRule.Nadam nadam) {
            return update.nadam(nadam);
        }
        if (rule instanceof UpdateRule.AdaBelief adaBelief) {
            return update.adaBelief(adaBelief);
        }
        if (rule instanceof UpdateRule.Lion lion) {
            return update.lion(lion);
        }
        if (rule instanceof UpdateRule.Lamb lamb) {
            return update.lamb(lamb);
        }
        throw new IllegalArgumentException("no operations for " + rule);
    }

    private VectorUpdate amsGrad(UpdateRule.AmsGrad rule) {
        INDArray m = part(0);
        INDArray v = part(1);
        INDArray most = part(2);
        return (rate, iteration, epoch) -> {
            p.muli(1 - rate * rule.decay());
            first(m, rule.beta1());
            second(v, rule.beta2());
            Transforms.max(most, v, false);
            root(most, 1 / Math.sqrt(correction(rule.beta2(), iteration)), rule.epsilon());
            go(m, rate / correction(rule.beta1(), iteration));
        };
    }

    private VectorUpdate rmsProp(UpdateRule.RmsProp rule) {
        INDArray average = part(0);
        boolean hasMomentum = rule.momentum() != 0;
        INDArray velocity = hasMomentum ? part(1) : g;
        return (rate, iteration, epoch) -> {
            second(average, rule.alpha());
            root(average, 1, rule.epsilon());
            g.divi(scratch);
            if (hasMomentum) {
                velocity.muli(rule.momentum()).addi(g);
            }
            p.subi(scratch.assign(velocity).muli(rate));
        };
    }

    private VectorUpdate adaGrad(UpdateRule.AdaGrad rule) {
        INDArray sum = part(0);
        return (rate, iteration, epoch) -> {
            sum.addi(scratch.assign(g).muli(g));
            root(sum, 1, rule.epsilon());
            go(g, rate);
        };
    }

    private VectorUpdate adaDelta(UpdateRule.AdaDelta rule) {
        INDArray squares = part(0);
        INDArray deltas = part(1);
        return (rate, iteration, epoch) -> {
            second(squares, rule.rho());
            g.muli(Transforms.sqrt(scratch.assign(deltas).addi(rule.epsilon()), false));
            g.divi(Transforms.sqrt(scratch.assign(squares).addi(rule.epsilon()), false));
            second(deltas, rule.rho());
            p.subi(g.muli(rate));
        };
    }

    private VectorUpdate adaMax(UpdateRule.AdaMax rule) {
        INDArray m = part(0);
        INDArray most = part(1);
        return (rate, iteration, epoch) -> {
            first(m, rule.beta1());
            Transforms.max(most.muli(rule.beta2()), Transforms.abs(g, false).addi(rule.epsilon()), false);
            scratch.assign(most);
            go(m, rate / correction(rule.beta1(), iteration));
        };
    }

    private VectorUpdate nadam(UpdateRule.Nadam rule) {
        INDArray m = part(0);
        INDArray v = part(1);
        NadamRates rates = new NadamRates(rule);
        return (rate, iteration, epoch) -> {
            rates.begin(rate, iteration + 1);
            first(m, rule.beta1());
            second(v, rule.beta2());
            root(v, 1 / Math.sqrt(correction(rule.beta2(), iteration)), rule.epsilon());
            go(g, rates.gradient());
            go(m, rates.moment());
        };
    }

    private VectorUpdate adaBelief(UpdateRule.AdaBelief rule) {
        INDArray m = part(0);
        INDArray variance = part(1);
        return (rate, iteration, epoch) -> {
            first(m, rule.beta1());
            g.subi(m);
            second(variance, rule.beta2());
            variance.addi(rule.epsilon());
            root(variance, 1 / Math.sqrt(correction(rule.beta2(), iteration)), rule.epsilon());
            go(m, rate / correction(rule.beta1(), iteration));
        };
    }

    private VectorUpdate lion(UpdateRule.Lion rule) {
        INDArray m = part(0);
        PreparedStep addGradient = NativeCall.legacy(new Axpy(g, scratch, scratch, 1 - rule.beta1()));
        return (rate, iteration, epoch) -> {
            scratch.assign(m).muli(rule.beta1());
            addGradient.run();
            Transforms.sign(scratch, false);
            p.muli(1 - rate * rule.decay()).subi(scratch.muli(rate));
            first(m, rule.beta2());
        };
    }

    private VectorUpdate lamb(UpdateRule.Lamb rule) {
        INDArray m = part(0);
        INDArray v = part(1);
        return (rate, iteration, epoch) -> {
            first(m, rule.beta1());
            second(v, rule.beta2());
            root(v, 1 / Math.sqrt(correction(rule.beta2(), iteration)), rule.epsilon());
            g.assign(m).divi(correction(rule.beta1(), iteration)).divi(scratch);
            g.addi(scratch.assign(p).muli(rule.decay()));
            p.subi(g.muli(rate * UpdateRule.Lamb.trust(squares(p), squares(g))));
        };
    }

    private static double squares(INDArray vector) {
        double norm = vector.norm2Number().doubleValue();
        return norm * norm;
    }

    private INDArray part(int number) {
        return FlatUpdate.part(state, number, p.length());
    }

    private static double correction(double beta, int iteration) {
        return 1 - Math.pow(beta, iteration + 1);
    }

    /** {@code m = beta m + (1 - beta) g}. */
    private void first(INDArray m, double beta) {
        m.muli(beta).addi(scratch.assign(g).muli(1 - beta));
    }

    /** {@code v = beta v + (1 - beta) g^2}. */
    private void second(INDArray v, double beta) {
        v.muli(beta).addi(scratch.assign(g).muli(g).muli(1 - beta));
    }

    /** Leaves {@code factor sqrt(v) + epsilon} in the scratch. */
    private void root(INDArray v, double factor, double epsilon) {
        Transforms.sqrt(scratch.assign(v), false).muli(factor).addi(epsilon);
    }

    /** {@code p = p - rate direction / scratch}, with the gradient used up. */
    private void go(INDArray direction, double rate) {
        p.subi(g.assign(direction).muli(rate).divi(scratch));
    }
}
