package dev.netwright.runtime.kernel;

public interface Binding {
    Activation images(Shape shape, Slot value);

    Activation activation(Shape shape, Slot value, Slot gradient);

    Activation activation(Shape shape, Slot value);

    Activation logits(Shape shape, Slot value, Slot gradient);

    Activation logits(Shape shape, Slot value);

    Activation slice(Activation whole, int firstChannel, Shape shape);

    Activation accumulating(Activation activation);

    ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function);

    ConvNormActivation convolutionNorm(
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            double epsilon,
            ActivationFunction function);

    NormActivation norm(
            String norm,
            Activation input,
            Activation output,
            double epsilon,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function);

    NormActivation norm(
            String norm, Activation input, Activation output, double epsilon, ActivationFunction function);

    AddActivation add(
            String layer, Activation left, Activation right, Activation output, ActivationFunction function);

    Concat concat(String layer, Activation output, Activation... inputs);

    ElementwiseActivation elementwise(
            String layer, Activation input, Activation output, ActivationFunction function);

    Pool pool(String layer, Activation input, Activation output, PoolKind kind, Window window);

    LocalResponseNorm localResponseNorm(
            String layer,
            Activation input,
            Activation output,
            int size,
            double alpha,
            double beta,
            double k,
            Slot scale);

    LocalResponseNorm localResponseNorm(
            String layer, Activation input, Activation output, int size, double alpha, double beta, double k);

    Linear linear(String layer, Activation input, Activation output, ActivationFunction function);

    Dropout dropout(String layer, Activation input, Activation output, double rate, int position, Slot mask);

    SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities);

    SoftmaxCrossEntropy softmaxCrossEntropy(Activation logits, Slot logProbabilities, double weight);

    SquaredError squaredError(Activation output, Slot difference, double factor);
}
