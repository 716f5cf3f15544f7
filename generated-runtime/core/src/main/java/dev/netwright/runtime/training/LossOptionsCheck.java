package dev.netwright.runtime.training;

import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Sampling;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.LossWeights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that a run's options fit the loss of its network. */
final class LossOptionsCheck {
    private LossOptionsCheck() {}

    /**
     * Requires weights of the right kind and number, balanced sampling of classes alone, label smoothing and mixing with cross-entropy alone,
     * and metrics that the network has.
     *
     * @throws SettingException names the option, what the network learns and the fix
     */
    static void require(NetworkInput network, List<String> labels, Training training) {
        requireWeights(
                network,
                labels,
                Setting.CLASS_WEIGHTS,
                training.classWeights(),
                network.target() instanceof Target.OneClass || network.target() instanceof Target.PerPixel);
        requireWeights(
                network,
                labels,
                Setting.POSITIVE_WEIGHTS,
                training.positiveWeights(),
                network.target() instanceof Target.SeveralLabels);
        if (!training.classWeights().isNone()
                && (training.mixUp().isPresent() || training.cutMix().isPresent())) {
            throw new SettingException(
                    "classWeights can't be given with mixUp or cutMix: an image of two classes has no weight",
                    Fix.of("leave one of them out"));
        }
        requireShares(network, training);
        if (training.sampling() == Sampling.BALANCED && !(network.target() instanceof Target.OneClass)) {
            throw new SettingException(
                    network.name() + " learns " + network.target().text()
                            + ", and only networks of one class for each image have classes to balance",
                    Fix.of("leave out ", Setting.BALANCE_CLASSES));
        }
        if (training.labelSmoothing() > 0 && !(network.loss() instanceof SoftmaxCrossEntropy)) {
            throw new SettingException(
                    "labelSmoothing is for networks with Loss.CROSS_ENTROPY, found " + network.name()
                            + " with another loss",
                    Fix.of("leave it out"));
        }
        metrics(training)
                .filter(metric -> !metric.isOf(network.target()))
                .findFirst()
                .ifPresent(metric -> {
                    throw new SettingException(
                            network.name() + " learns " + network.target().text() + " and has no " + metric.text(),
                            Fix.of("compare epochs by Metric." + Metric.TEST_LOSS + " or Metric."
                                    + Metric.TRAINING_LOSS));
                });
    }

    /** Mixing gives an image shares of two classes. */
    private static void requireShares(NetworkInput network, Training training) {
        boolean isMixing = training.mixUp().isPresent() || training.cutMix().isPresent();
        if (isMixing && !(network.loss() instanceof SoftmaxCrossEntropy)) {
            throw new SettingException(
                    network.name()
                            + " learns by another loss than softmax cross-entropy, which takes no shares of classes",
                    Fix.of("leave out ", training.mixUp().isPresent() ? Setting.MIX_UP : Setting.CUT_MIX));
        }
    }

    private static void requireWeights(
            NetworkInput network, List<String> labels, Setting option, LossWeights weights, boolean isOfThisKind) {
        if (weights.isNone()) {
            return;
        }
        if (!isOfThisKind) {
            throw new SettingException(
                    "weights of the loss aren't for " + network.name() + ", which learns "
                            + network.target().text(),
                    Fix.of("leave out ", option));
        }
        if (weights.values().size() != network.target().labels()) {
            throw new SettingException(
                    "weights of the loss must be one number for each of '" + String.join("', '", labels) + "', found "
                            + weights.values().size() + " for "
                            + network.target().text() + " of " + network.name(),
                    Fix.of("give as many, in this order, with ", option));
        }
    }

    private static Stream<Metric> metrics(Training training) {
        return Stream.of(
                        Optional.of(training.bestMetric()),
                        training.plateau().map(PlateauRule::metric),
                        training.earlyStopping().map(EarlyStopping::metric))
                .flatMap(Optional::stream);
    }
}
