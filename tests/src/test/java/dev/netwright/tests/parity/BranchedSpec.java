package dev.netwright.tests.parity;

import dev.netwright.annotations.BatchNorm;
import dev.netwright.annotations.Block;
import dev.netwright.annotations.Concat;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.FirstOnly;
import dev.netwright.annotations.From;
import dev.netwright.annotations.GlobalAveragePool;
import dev.netwright.annotations.HardSwish;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.MaxPool;
import dev.netwright.annotations.Network;
import dev.netwright.annotations.OnlyIf;
import dev.netwright.annotations.Product;
import dev.netwright.annotations.Relu;
import dev.netwright.annotations.Sigmoid;
import dev.netwright.annotations.Silu;
import dev.netwright.annotations.SkipIfSameShape;
import dev.netwright.annotations.Sum;
import dev.netwright.annotations.Tanh;

/** Free branches: a value that four stages read, sums with and without a function, and blocks with all that differs between their uses. */
@Network(input = @Input(channels = 3, height = 19, width = 17))
interface BranchedSpec {
    @Conv(channels = 12, kernel = 3, stride = 2, bias = false)
    @BatchNorm
    @Relu
    void stem();

    @Conv(channels = 8, kernel = 3, padding = 1)
    @Tanh
    void left();

    @From("stem")
    @Conv(
            channels = 8,
            kernel = {1, 3},
            padding = {0, 1})
    void right();

    @From("stem")
    @MaxPool(kernel = 3, stride = 1, padding = 1)
    void pooled();

    @Sum({"left", "right"})
    void sum();

    @Concat({"right", "pooled", "sum"})
    @Silu
    void joined();

    @Unit(width = 10, channels = 20, stride = 2, times = 3)
    void layer();

    @Unit(width = 6, channels = 20, grouped = true)
    void last();

    @Inverted(channels = 9)
    void narrow();

    @Inverted(channels = 9)
    void inverted();

    @GlobalAveragePool
    void mean();

    @From("mean")
    @Conv(channels = 9, kernel = 1)
    @Sigmoid
    void gate();

    @Product({"inverted", "gate"})
    @Tanh
    void gated();

    @GlobalAveragePool
    void gatedMean();

    @Linear(units = 7)
    void classes();

    @Block
    @interface Unit {
        int width();

        int channels();

        @FirstOnly
        int stride() default 1;

        boolean grouped() default false;

        int times() default 1;

        int WIDTH = Block.A;
        int CHANNELS = Block.B;
        int STRIDE = Block.C;
        int GROUPED = Block.D;

        interface Stages {
            @Conv(channels = WIDTH, kernel = 1, bias = false)
            @BatchNorm
            @Relu
            void conv1();

            @Conv(channels = 2 * WIDTH, kernel = 3, stride = STRIDE, padding = 1, groups = 2)
            void conv2();

            @OnlyIf(GROUPED)
            @Conv(channels = WIDTH / 2, kernel = 1)
            @HardSwish
            void squeezed();

            @Conv(channels = CHANNELS, kernel = 1, bias = false)
            @BatchNorm
            void conv3();

            @From(From.INPUT)
            @Conv(channels = CHANNELS, kernel = 1, stride = STRIDE)
            @SkipIfSameShape
            void shortcut();

            @Sum({"conv3", "shortcut"})
            @Relu
            void sum();
        }
    }

    /** MobileNetV2's kind: a sum only where the shape stays, and no function behind it. */
    @Block
    @interface Inverted {
        int channels();

        int CHANNELS = Block.A;

        interface Stages {
            @Conv(channels = 3 * CHANNELS, kernel = 1)
            @HardSwish
            void expand();

            @Conv(channels = CHANNELS, kernel = 3, padding = 1, bias = false)
            @BatchNorm
            void project();

            @Sum(
                    value = {"project", "input"},
                    ifSameShape = true)
            void sum();
        }
    }
}
