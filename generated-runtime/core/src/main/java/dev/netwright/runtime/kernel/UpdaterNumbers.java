package dev.netwright.runtime.kernel;

import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;

/** The numbers of ND4J's optimizers that run as ND4J defines them; ND4J itself takes any. */
final class UpdaterNumbers {
    private UpdaterNumbers() {}

    /**
     * Looks at all but the learning rate. Those of a user's own optimizer aren't known.
     *
     * @throws IllegalArgumentException naming the number that can't be trained with
     */
    static void require(IUpdater updater) {
        if (updater instanceof RmsProp rmsProp) {
            FloatRange.requireBelowOne("rmsDecay of RmsProp", rmsProp.getRmsDecay());
            FloatRange.requirePositive("epsilon of RmsProp", rmsProp.getEpsilon());
        } else if (updater instanceof AdaGrad adaGrad) {
            FloatRange.requirePositive("epsilon of AdaGrad", adaGrad.getEpsilon());
        } else if (updater instanceof AdaDelta adaDelta) {
            FloatRange.requireBelowOne("rho of AdaDelta", adaDelta.getRho());
            FloatRange.requirePositive("epsilon of AdaDelta", adaDelta.getEpsilon());
        } else if (updater instanceof AdaMax adaMax) {
            requireMoments("AdaMax", adaMax.getBeta1(), adaMax.getBeta2(), adaMax.getEpsilon());
        } else if (updater instanceof Nadam nadam) {
            requireMoments("Nadam", nadam.getBeta1(), nadam.getBeta2(), nadam.getEpsilon());
        } else if (updater instanceof AMSGrad amsGrad) {
            requireMoments("AMSGrad", amsGrad.getBeta1(), amsGrad.getBeta2(), amsGrad.getEpsilon());
        } else if (updater instanceof Nesterovs nesterovs && nesterovs.getMomentumISchedule() == null) {
            FloatRange.requireBelowOne("momentum of Nesterovs", nesterovs.getMomentum());
        }
    }

    static void requireMoments(String optimizer, double beta1, double beta2, double epsilon) {
        FloatRange.requireBelowOne("beta1 of " + optimizer, beta1);
        FloatRange.requireBelowOne("beta2 of " + optimizer, beta2);
        FloatRange.requirePositive("epsilon of " + optimizer, epsilon);
    }
}
