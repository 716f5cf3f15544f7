package dev.netwright.models.exercises;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Dropout;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.ResidualBlock;

/**
 * A convolutional network to start from, for grey images of 28x28 in 10 classes: batch-normalized convolutions (Ioffe and
 * Szegedy, 2015), a residual block (He et al., 2015) and a mean of each channel in place of wide fully connected layers
 * (Lin et al., 2013); 79,274 parameters.
 */
@Network(input = @Input(channels = 1, height = 28, width = 28))
public interface SmallCnnSpec {
    /** 1x28x28 to 32x28x28. The norm has the bias. */
    @Conv(channels = 32, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @Relu
    void stem();

    /** 32x28x28 to 32x14x14. */
    @MaxPool
    void halved();

    /** 32x14x14 to 64x7x7. */
    @ResidualBlock(channels = 64, stride = 2)
    void residual();

    /** 64x7x7 to 64x7x7: windows of five rows and one column. */
    @Conv(
            channels = 64,
            kernel = {5, 1},
            padding = {2, 0})
    @Relu
    void tall();

    /** 64x7x7 to 64 values. */
    @GlobalAveragePool
    @Dropout(rate = 0.2)
    void means();

    /** 64 values to 10 scores. */
    @Linear(units = 10)
    void classes();
}
