package dev.netwright.examples.targets;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.Relu;

/** Two numbers of a garment. */
@Network(input = @Input(channels = 1, height = 28, width = 28), loss = Loss.HUBER, huberDelta = 0.1)
public interface GarmentSizeSpec {
    /** 28x28. */
    @Conv(channels = 8, kernel = 5, padding = 2)
    @BatchNorm
    @Relu
    void conv1();

    /** 14x14. */
    @MaxPool(kernel = 2)
    void pool1();

    /** 10x10. */
    @Conv(channels = 16, kernel = 5)
    @BatchNorm
    @Relu
    void conv2();

    /** 5x5. */
    @MaxPool(kernel = 2)
    void pool2();

    /** The numbers. */
    @Linear(units = 2)
    void numbers();
}
