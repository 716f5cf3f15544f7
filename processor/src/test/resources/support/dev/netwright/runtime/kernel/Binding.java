package dev.netwright.runtime.kernel;

public interface Binding {
    Activation images(Shape shape, Slot value);

    Activation activation(Shape shape, Slot value, Slot gradient);

    Activation activation(Shape shape, Slot value);

    Activation logits(Shape shape, Slot value, Slot gradient);

    Activation logits(Shape shape, Slot value);

    ConvBiasActivation convolution(
            String layer, Activation input, Activation output, Window window, ActivationFunction function);

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
}
