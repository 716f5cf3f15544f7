package dev.netwright.nd4j;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fully connected layer {@code y = f(x w^T + b)}: {@code matmul} and {@code biasadd}, because {@code xw_plus_b}
 * reorders its weights at every call. Backward: {@code gradInput = g w}, {@code gradWeight = g^T x},
 * {@code gradBias = sum of g}.
 */
final class Nd4jLinear {
    private Nd4jLinear() {}

    static PreparedKernel bind(
            String layer,
            Nd4jActivation input,
            Nd4jActivation output,
            ActivationFunction function,
            LayerTensors tensors,
            Scratch scratch,
            BackendPolicy policy) {
        List<PreparedStep> forward = new ArrayList<>();
        forward.add(NativeCall.of("matmul", policy)
                .inputs(input.rows(), tensors.weight())
                .outputs(output.rows())
                .integers(0, 1, 0)
                .build());
        if (tensors.biasOrNull() != null) {
            forward.add(NativeCall.of("biasadd", policy)
                    .inputs(output.rows(), tensors.biasOrNull())
                    .outputs(output.rows())
                    .flags(false)
                    .build());
        }
        forward.addAll(InPlaceActivation.forward(function, output.value(), scratch, policy));
        return new PreparedKernel(
                layer,
                forward,
                tensors.isTraining() ? backward(input, output, function, tensors, scratch, policy) : List.of());
    }

    /** Floats of scratch in training. */
    static long scratchFloats(int batch, Shape output) {
        return ChannelMean.scratchFloats(batch, Shape.features(output.size()));
    }

    private static List<PreparedStep> backward(
            Nd4jActivation input,
            Nd4jActivation output,
            ActivationFunction function,
            LayerTensors tensors,
            Scratch scratch,
            BackendPolicy policy) {
        List<PreparedStep> steps =
                new ArrayList<>(InPlaceActivation.backward(function, output.value(), output.gradient(), policy));
        steps.add(NativeCall.of("matmul", policy)
                .inputs(output.gradientRows(), input.rows())
                .outputs(tensors.weightGradient())
                .integers(1, 0, 0)
                .build());
        if (tensors.biasGradientOrNull() != null) {
            INDArray rows = output.gradientRows();
            steps.addAll(new ChannelMean(scratch, 0, policy)
                    .sum(ImageViews.reshaped(rows, rows.size(0), rows.size(1), 1, 1), tensors.biasGradientOrNull()));
        }
        if (input.hasGradient()) {
            steps.add(NativeCall.of("matmul", policy)
                    .inputs(output.gradientRows(), tensors.weight())
                    .outputs(input.gradientRows())
                    .integers(0, 0, 0)
                    .build());
        }
        return steps;
    }
}
