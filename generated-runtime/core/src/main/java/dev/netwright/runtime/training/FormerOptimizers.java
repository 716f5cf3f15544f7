package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.ResumePolicy;
import dev.netwright.runtime.schedule.LearningRate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts by which checkpoints of earlier versions describe their optimizers. In those versions ND4J computed every
 * optimizer but gradient descent and Adam, and the text contained the learning rate.
 */
final class FormerOptimizers {
    private static final String DELEGATED = "Delegated[updater=";
    private static final String RATE = "UpdaterRate[updater=";
    private static final String CONSTANT = "ConstantRate[rate=";
    private static final String PACKAGE = "org.nd4j.linalg.learning.config.";

    /** The rate of optimizers without a learning rate of their own. */
    private static final String RATE_OF_NONE = "ConstantRate[rate=0.0]";

    private static final List<String> WITHOUT_RATE = List.of(PACKAGE + "NoOp(", PACKAGE + "AdaDelta(");

    private static final Map<Class<?>, Map<String, String>> KINDS = Map.of(
            UpdateRule.RmsProp.class, Map.of("square_avg", "G"),
            UpdateRule.AdaGrad.class, Map.of("sum", "grad"),
            UpdateRule.AdaDelta.class, Map.of("square_avg", "msg", "acc_delta", "msdx"),
            UpdateRule.AdaMax.class, Map.of("exp_avg", "M", "exp_inf", "V"),
            UpdateRule.Nadam.class, Map.of("exp_avg", "M", "exp_avg_sq", "V"),
            UpdateRule.AmsGrad.class, Map.of("exp_avg", "M", "exp_avg_sq", "V", "max_exp_avg_sq", "V_HAT"));

    private FormerOptimizers() {}

    /** The texts that earlier versions wrote for an optimizer. */
    static Set<String> texts(OptionValues values) {
        UpdateRule rule = values.get(LearningOptions.OPTIMIZER);
        LearningRate rate = values.get(LearningOptions.LEARNING_RATE);
        Set<String> texts = new LinkedHashSet<>();
        texts.add(RunTerms.withoutIdentities(rule.toString()));
        inBrackets(RATE, RateContent.of(rate)).ifPresent(updater -> texts.add(DELEGATED + updater + "]"));
        inBrackets(RATE, RunTerms.withoutIdentities(rate.toString()))
                .ifPresent(updater -> texts.add(DELEGATED + updater + "]"));
        inBrackets(CONSTANT, RateContent.of(rate))
                .flatMap(number -> updater(rule, number))
                .ifPresent(updater -> {
                    texts.add(DELEGATED + PACKAGE + updater + "]");
                    texts.add(DELEGATED + updater.replace("learningRateSchedule=none", "learningRateSchedule=null")
                            + "]");
                });
        return texts;
    }

    /** The texts that earlier versions wrote for a learning rate, where they differ from today's. */
    static Set<String> rates(OptionValues values) {
        String text = RateContent.of(values.get(LearningOptions.LEARNING_RATE));
        Set<String> texts = new LinkedHashSet<>();
        inBrackets(RATE, text)
                .filter(updater -> WITHOUT_RATE.stream().anyMatch(updater::startsWith))
                .ifPresent(updater -> texts.add(text.replace(RATE + updater + "]", RATE_OF_NONE)));
        inBrackets(CONSTANT, text)
                .ifPresent(number -> updater(values.get(LearningOptions.OPTIMIZER), number)
                        .ifPresent(updater ->
                                texts.add(text.replace(CONSTANT + number + "]", RATE + PACKAGE + updater + "]"))));
        return texts;
    }

    /** ND4J's configuration of a rule with a constant rate as text, so that resuming such a run doesn't need ND4J. */
    private static Optional<String> updater(UpdateRule rule, String rate) {
        String numbers = "(learningRate=" + rate + ", learningRateSchedule=none";
        if (rule instanceof UpdateRule.GradientDescent descent && descent.momentum() == 0) {
            return Optional.of("Sgd" + numbers + ")");
        }
        if (rule instanceof UpdateRule.GradientDescent descent && descent.nesterov()) {
            return Optional.of("Nesterovs" + numbers + ", momentum=" + descent.momentum()
                    + ", momentumISchedule=none, momentumSchedule=none)");
        }
        if (rule instanceof UpdateRule.Adam adam) {
            return Optional.of("Adam" + numbers + moments(adam.beta1(), adam.beta2(), adam.epsilon()));
        }
        if (rule instanceof UpdateRule.AmsGrad amsGrad) {
            return Optional.of("AMSGrad" + numbers + moments(amsGrad.beta1(), amsGrad.beta2(), amsGrad.epsilon()));
        }
        if (rule instanceof UpdateRule.AdaMax adaMax) {
            return Optional.of("AdaMax" + numbers + moments(adaMax.beta1(), adaMax.beta2(), adaMax.epsilon()));
        }
        if (rule instanceof UpdateRule.Nadam nadam) {
            return Optional.of("Nadam" + numbers + moments(nadam.beta1(), nadam.beta2(), nadam.epsilon()));
        }
        if (rule instanceof UpdateRule.RmsProp rmsProp && rmsProp.momentum() == 0) {
            return Optional.of(
                    "RmsProp" + numbers + ", rmsDecay=" + rmsProp.alpha() + ", epsilon=" + rmsProp.epsilon() + ")");
        }
        return rule instanceof UpdateRule.AdaGrad adaGrad
                ? Optional.of("AdaGrad" + numbers + ", epsilon=" + adaGrad.epsilon() + ")")
                : Optional.empty();
    }

    private static String moments(double beta1, double beta2, double epsilon) {
        return ", beta1=" + beta1 + ", beta2=" + beta2 + ", epsilon=" + epsilon + ")";
    }

    /** Whether ND4J computed the run's optimizer when the checkpoint was written, and the rule is Netwright's now. */
    static boolean computedBefore(UpdateRule rule, CheckpointState state) {
        return !(rule instanceof UpdateRule.Custom)
                && state.text(ResumePolicy.MUST_EQUAL.prefix() + "optimizer")
                        .filter(text -> text.startsWith(DELEGATED))
                        .isPresent();
    }

    /** ND4J's name for one of a rule's kinds of state. */
    static String kind(UpdateRule rule, String kind) {
        return KINDS.getOrDefault(rule.getClass(), Map.of()).getOrDefault(kind, kind);
    }

    /** The text between an opening and its closing bracket; empty if the opening doesn't occur. */
    private static Optional<String> inBrackets(String opening, String text) {
        int start = text.indexOf(opening) + opening.length();
        if (start < opening.length()) {
            return Optional.empty();
        }
        int open = 1;
        int end = start;
        while (end < text.length() && open > 0) {
            char letter = text.charAt(end++);
            open += letter == '[' ? 1 : letter == ']' ? -1 : 0;
        }
        return open == 0 ? Optional.of(text.substring(start, end - 1)) : Optional.empty();
    }
}
