package dev.netwright.examples.timing;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Concat;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.Dropout;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.runtime.kernel.LocalResponseNorm;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.runtime.kernel.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;
import dev.netwright.runtime.kernel.SquaredError;
import dev.netwright.operation.Window;

/**
 * Another binding whose kernels come back timed. Activations pass through untouched: the other's kernels have to know them. A
 * convolution with its norm counts under the convolution's name; losses, which have no name, are {@code loss}, {@code loss_2}
 * and so on.
 */
final class TimedBinding implements Binding {
    private final Binding binding;
    private final LayerTimes times;
    private int losses;

    TimedBinding(Binding binding, LayerTimes times) {
        this.binding = binding;
        this.times = times;
    }

    @Override
    public Activation images(Shape shape, Slot value) {
        return binding.images(shape, value);
    }

    @Override
    public Activation activation(Shape shape, Slot value, Slot gradient) {
        return binding.activation(shape, value, gradient);
    }

    @Override
    public Activation activation(Shape shape, Slot value) {
        return binding.activation(shape, value);
    }

    @Override
    public Activation logits(Shape shape, Slot value, Slot gradient) {
        return binding.logits(shape, value, gradient);
    }

    @Override
    public Activation logits(Shape shape, Slot value) {
        return binding.logits(shape, value);
    }

    @Override
    public Activation slice(Activation whole, int firstChannel, Shape shape) {
        return binding.slice(whole, firstChannel, shape);
    }

    @Override
    public Activation accumulating(Activation activation) {
        return binding.accumulating(activation);
    }

    @Override
    public ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function) {
        return timed(layer, "convolution", binding.convolution(layer, input, output, window, function));
    }

    @Override
    public ConvNormActivation convolutionNorm(
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            double epsilon,
            ActivationFunction function) {
        return timed(
                layer, "convolution", binding.convolutionNorm(layer, norm, input, output, window, epsilon, function));
    }

    @Override
    public NormActivation norm(
            String norm,
            Activation input,
            Activation output,
            double epsilon,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function) {
        return timed(norm, "norm", binding.norm(norm, input, output, epsilon, momentum, runningVariance, function));
    }

    @Override
    public NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function) {
        return timed(norm, "norm", binding.norm(norm, input, output, epsilon, function));
    }

    @Override
    public AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function) {
        return timed(layer, "add", binding.add(layer, left, right, output, function));
    }

    @Override
    public Concat concat(String layer, Activation output, Activation... inputs) {
        return timed(layer, "concat", binding.concat(layer, output, inputs));
    }

    @Override
    public ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function) {
        return timed(layer, "elementwise", binding.elementwise(layer, input, output, function));
    }

    @Override
    public Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window) {
        return timed(layer, "pool", binding.pool(layer, input, output, kind, window));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale) {
        return timed(
                layer, "response norm", binding.localResponseNorm(layer, input, output, size, alpha, beta, k, scale));
    }

    @Override
    public LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k) {
        return timed(layer, "response norm", binding.localResponseNorm(layer, input, output, size, alpha, beta, k));
    }

    @Override
    public Linear linear(String layer, Activation input, Activation output, ActivationFunction function) {
        return timed(layer, "linear", binding.linear(layer, input, output, function));
    }

    @Override
    public Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask) {
        return timed(layer, "dropout", binding.dropout(layer, input, output, rate, position, mask));
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities) {
        return TimedSoftmaxCrossEntropy.of(binding.softmaxCrossEntropy(logits, logProbabilities), nextLoss());
    }

    @Override
    public SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities, double weight) {
        return TimedSoftmaxCrossEntropy.of(binding.softmaxCrossEntropy(logits, logProbabilities, weight), nextLoss());
    }

    @Override
    public SquaredError squaredError(Activation output, Slot difference, double factor) {
        return TimedSquaredError.of(binding.squaredError(output, difference, factor), nextLoss());
    }

    private TimedKernel timed(String layer, String kind, Kernel kernel) {
        return new TimedKernel(kernel, times.bound(layer, kind));
    }

    private LayerTime nextLoss() {
        losses++;
        return times.bound(losses == 1 ? "loss" : "loss_" + losses, "loss");
    }
}
