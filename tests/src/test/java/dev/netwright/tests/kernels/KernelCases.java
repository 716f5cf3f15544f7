package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.PoolKind;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Window;
import java.util.List;
import java.util.stream.Stream;

/** The sizes at which kernels are tried: odd ones, remainders, rectangles and the smallest. */
final class KernelCases {
    private KernelCases() {}

    /** Every kernel between layers and, but for a dropout that would overwrite them, on images. */
    static List<SingleKernelNetwork> all() {
        return Stream.of(convolutions(), pools(), localResponseNorms(), linears(), dropouts())
                .flatMap(List::stream)
                .flatMap(kernel -> kernel.isInPlace()
                        ? Stream.of(SingleKernelNetwork.innerLayer(kernel))
                        : Stream.of(SingleKernelNetwork.innerLayer(kernel), SingleKernelNetwork.firstLayer(kernel)))
                .toList();
    }

    private static List<KernelUnderTest> convolutions() {
        return List.of(
                new TestedConvolution(Shape.image(3, 5, 7), 4, Window.square(3, 1, 1), ActivationFunction.RELU),
                new TestedConvolution(Shape.image(2, 6, 6), 5, Window.square(5, 1, 2), ActivationFunction.SIGMOID),
                new TestedConvolution(Shape.image(3, 7, 5), 2, new Window(3, 2, 2, 1, 1, 0), ActivationFunction.TANH),
                new TestedConvolution(Shape.image(5, 4, 4), 3, Window.square(1, 1, 0), ActivationFunction.IDENTITY),
                new TestedConvolution(Shape.image(2, 8, 6), 3, Window.square(3, 2, 0), ActivationFunction.RELU),
                new TestedConvolution(Shape.image(1, 19, 21), 4, Window.square(11, 4, 2), ActivationFunction.RELU),
                new TestedConvolution(
                        Shape.image(2, 4, 5), 3, new Window(4, 5, 1, 1, 0, 0), ActivationFunction.IDENTITY),
                new TestedConvolution(Shape.image(1, 1, 1), 1, Window.square(3, 1, 1), ActivationFunction.SIGMOID));
    }

    private static List<KernelUnderTest> pools() {
        List<Window> windows = List.of(
                Window.square(2, 2, 0),
                Window.square(3, 2, 0),
                Window.square(3, 1, 1),
                Window.square(2, 3, 0),
                new Window(2, 3, 1, 2, 1, 0),
                Window.square(1, 1, 0));
        return Stream.of(PoolKind.values())
                .flatMap(kind -> windows.stream()
                        .map(window -> (KernelUnderTest) new TestedPool(Shape.image(3, 7, 5), kind, window)))
                .toList();
    }

    private static List<KernelUnderTest> localResponseNorms() {
        return Stream.of(1, 3, 5)
                .flatMap(size -> Stream.<KernelUnderTest>of(
                        new TestedLocalResponseNorm(Shape.image(7, 3, 4), size, 0.5, 0.75, 2),
                        new TestedLocalResponseNorm(Shape.image(2, 5, 3), size, 0.9, 0.5, 1),
                        new TestedLocalResponseNorm(Shape.image(6, 2, 2), size, 1e-4, 0.75, 2)))
                .toList();
    }

    private static List<KernelUnderTest> linears() {
        return Stream.of(ActivationFunction.values())
                .flatMap(function -> Stream.<KernelUnderTest>of(
                        new TestedLinear(Shape.image(3, 2, 4), 6, function),
                        new TestedLinear(Shape.features(7), 5, function),
                        new TestedLinear(Shape.features(1), 1, function)))
                .toList();
    }

    private static List<KernelUnderTest> dropouts() {
        return List.of(
                new TestedDropout(Shape.image(4, 3, 5), 0.5, 0, false),
                new TestedDropout(Shape.image(4, 3, 5), 0.3, 2, true),
                new TestedDropout(Shape.features(40), 0.5, 1, true),
                new TestedDropout(Shape.features(6), 0, 0, false));
    }
}
