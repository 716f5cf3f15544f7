// classes: Padding Maps Single Vector Groups Window Scores
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface PaddingSpec {
        @MaxPool(kernel = {2, 3}, padding = {2, 2})
//                                           ^ [netwright:pool-padding] tall.padding[0]: found 2 for a window of 2
//                                           ^ [netwright:pool-padding] Fix: pad by 0 to 1, or use a larger kernel.
//                                              ^ [netwright:pool-padding] tall.padding[1]: found 2 for a window of 3
        void tall();

        @AveragePool(kernel = 1, padding = 1)
//                                         ^ [netwright:pool-padding] one.padding: found 1 for a window of 1
//                                         ^ [netwright:pool-padding] Fix: pad by 0, or use a larger kernel.
        void one();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface MapsSpec {
        @Conv(channels = 10, kernel = 3)
        @BatchNorm
//      ^ [netwright:class-scores] maps: maps_norm makes 10x26x26 of 10x26x26 (cross-entropy reads a vector, or maps of one
//      ^ [netwright:class-scores] Shapes: input 1x28x28 -> maps 10x26x26
//      ^ [netwright:class-scores] Fix: end with a fully connected layer, or with the mean of each whole map.
        void maps();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface SingleSpec {
        @Linear(units = 1)
//                      ^ [netwright:class-scores] score.units: score gives a single value
        void score();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface VectorSpec {
        @Linear(units = 10)
        void classes();

        @ResidualBlock(channels = 8)
//      ^ [netwright:image-expected] late: late_conv1 reads a vector of 10
        void late();
    }

    @Network(input = @Input(channels = 3, height = 28, width = 28))
    interface GroupsSpec {
        @Conv(channels = 4, kernel = 3, groups = 2)
//      ^ [netwright:groups] parts: parts has 2 groups for 3 channels in and 4 out
        void parts();
    }

    @Network(input = @Input(channels = 3, height = 6, width = 28))
    interface WindowSpec {
        @Conv(channels = 4, kernel = {4, 3}, dilation = {2, 1})
//                                   ^ [netwright:shape] far.kernel: far has a kernel of 4x3 that spans 7x3, but its input is 3x6x28
//                                   ^ [netwright:shape] height = 7, width = 28), the smallest legal size
        void far();
    }

    // With another loss maps are as good as scores.
    @Network(input = @Input(channels = 1, height = 28, width = 28), loss = Loss.SQUARED_ERROR)
    interface ScoresSpec {
        @Conv(channels = 10, kernel = 30)
//                                    ^ [netwright:shape] maps.kernel: maps has a kernel of 30x30
        void maps();
    }
