package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.KernelSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the comparison with PyTorch is worth: a result that is wrong by a ten thousandth, of any kind of oneDNN's or ND4J's kernels, forward
 * or backward, is a difference.
 *
 * <p>Not everywhere in every network: rectifiers hand on what their input is off by, but a sigmoid leaves a tenth of it, and what one of
 * several branches hands back is a small part of a gradient. So each kind of fault has to be found in all places of some network. A
 * function by itself is bound by no network here, because all of them stand behind a kernel that computes them too.
 */
@Tag("numeric")
final class FaultInjectionTest {
    private static final double FAULT = 1e-4;

    /** Small ones, with all kinds of kernels and optimizers among them. */
    private static final Set<String> NETWORKS = Set.of(
            "lenet-28",
            "lenet-norm",
            "vgg-11-lrn",
            "vgg-lrn-pointwise",
            "small-cnn",
            "every-stage",
            "shuffled",
            "squeezed",
            "split",
            "branched",
            "normalized",
            "pooled",
            "upsampled",
            "edge-detector");

    private final Set<String> injected = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();

    static Stream<Named<Function<InjectedFaults, KernelSet>>> kernels() {
        return Stream.of(Named.of("onednn", FaultyKernels::oneDnn), Named.of("nd4j", FaultyKernels::nd4j));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aTenThousandthInAnyKernelIsADifference(Function<InjectedFaults, KernelSet> kernels) {
        for (ParityNetwork network : ParityNetwork.all()) {
            if (NETWORKS.contains(network.name())) {
                injectEach(network, kernels, FaultInjectionTest::isOfStep, comparison -> {
                    comparison.logits();
                    comparison.steps();
                });
                injectEach(network, kernels, kind -> !isOfStep(kind), Comparison::updates);
            }
        }
        assertThat(injected)
                .as("kinds of faults")
                .contains(
                        "training convolution, output",
                        "training convolution, gradient of an input",
                        "training batchNorm, output",
                        "training batchNorm, gradient of an input",
                        "training linear, output",
                        "training linear, gradient of an input",
                        "training MAX pool, output",
                        "training MAX pool, gradient of an input",
                        "training AVERAGE pool, output",
                        "training AVERAGE pool, gradient of an input",
                        "training AVERAGE_WITHOUT_PADDING pool, output",
                        "training AVERAGE_WITHOUT_PADDING pool, gradient of an input",
                        "training adaptiveAveragePool, output",
                        "training adaptiveAveragePool, gradient of an input",
                        "training transposedConvolution, output",
                        "training transposedConvolution, gradient of an input",
                        "training upsample, output",
                        "training upsample, gradient of an input",
                        "training localResponseNorm, output",
                        "training localResponseNorm, gradient of an input",
                        "training channelShuffle, output",
                        "training channelShuffle, gradient of an input",
                        "training channelSplit, output",
                        "training channelSplit, gradient of an input",
                        "training multiply, output",
                        "training multiply, gradient of an input",
                        "training layerNorm, output",
                        "training layerNorm, gradient of an input",
                        "training groupNorm, output",
                        "training groupNorm, gradient of an input",
                        "training layerScale, output",
                        "training layerScale, gradient of an input",
                        "training stochasticDepth, output",
                        "training stochasticDepth, gradient of an input",
                        "training dropout, output",
                        "training dropout, gradient of an input",
                        "training add, output",
                        "training add, gradient of an input",
                        "training concat, output",
                        "training concat, gradient of an input",
                        "training softmaxCrossEntropy, loss",
                        "training softmaxCrossEntropy, gradient of an input",
                        "training squaredError, loss",
                        "training squaredError, gradient of an input",
                        "training, gradient of CONVOLUTION_WEIGHT",
                        "training, gradient of CONVOLUTION_BIAS",
                        "training, gradient of LINEAR_WEIGHT",
                        "training, gradient of LINEAR_BIAS",
                        "training, gradient of NORM_WEIGHT",
                        "training, gradient of NORM_BIAS",
                        "training, gradient of LAYER_SCALE",
                        "training, RUNNING_MEAN",
                        "training, RUNNING_VARIANCE",
                        "inference convolution, output",
                        "inference convolutionNorm, output",
                        "inference batchNorm, output",
                        "inference linear, output",
                        "inference MAX pool, output",
                        "inference AVERAGE pool, output",
                        "inference AVERAGE_WITHOUT_PADDING pool, output",
                        "inference adaptiveAveragePool, output",
                        "inference transposedConvolution, output",
                        "inference upsample, output",
                        "inference localResponseNorm, output",
                        "inference channelShuffle, output",
                        "inference channelSplit, output",
                        "inference multiply, output",
                        "inference layerNorm, output",
                        "inference groupNorm, output",
                        "inference layerScale, output",
                        "inference add, output",
                        "inference concat, output",
                        "optimizer GradientDescent[momentum=0.0, nesterov=false], change",
                        "optimizer GradientDescent[momentum=0.9, nesterov=false], change",
                        "optimizer GradientDescent[momentum=0.9, nesterov=false], momentum_buffer",
                        "optimizer GradientDescent[momentum=0.9, nesterov=true], change",
                        "optimizer Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, decay=0.0], change",
                        "optimizer Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, decay=0.0], exp_avg",
                        "optimizer Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, decay=0.0], exp_avg_sq",
                        "optimizer Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, decay=0.5], change",
                        "optimizer Adam[beta1=0.9, beta2=0.999, epsilon=0.01, decay=0.0], change");
        assertThat(found)
                .as("kinds of faults that some network shows in all places")
                .containsAll(injected);
    }

    private static boolean isOfStep(String kind) {
        return !kind.startsWith(FaultyParameters.OPTIMIZER);
    }

    /** Compares a part once as it is, and then once with each fault of some kinds. */
    private void injectEach(
            ParityNetwork network,
            Function<InjectedFaults, KernelSet> kernels,
            Predicate<String> kinds,
            Consumer<Comparison> part) {
        Fixture fixture = network.fixture();
        Summarizer summarizer = fixture.summarizer();
        InjectedFaults faults = new InjectedFaults(FAULT);
        try (ParityRun run = new ParityRun(network, fixture, kernels.apply(faults))) {
            assertThat(differences(network, fixture, summarizer, run, part))
                    .as("%s without a fault", network)
                    .isEmpty();
            Set<String> here = new TreeSet<>();
            Set<String> missed = new TreeSet<>();
            for (InjectedFaults.Place place : faults.places()) {
                if (kinds.test(place.kind())) {
                    here.add(place.kind());
                    faults.inject(place);
                    if (differences(network, fixture, summarizer, run, part).isEmpty()) {
                        missed.add(place.kind());
                    }
                }
            }
            injected.addAll(here);
            here.removeAll(missed);
            found.addAll(here);
        }
    }

    private static List<Comparison.Compared> differences(
            ParityNetwork network, Fixture fixture, Summarizer summarizer, ParityRun run, Consumer<Comparison> part) {
        Comparison comparison = new Comparison(network, fixture, summarizer, run);
        part.accept(comparison);
        return comparison.differences();
    }
}
