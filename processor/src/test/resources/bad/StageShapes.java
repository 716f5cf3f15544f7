// classes: Padding Maps Single Vector GatedVector Parts Part Groups Window Scores
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface PaddingSpec {
        @MaxPool(kernel = {2, 3}, padding = {2, 2})
//                                           ^ [netwright:pool-padding] tall.padding[0]: found 2 for a window of 2
//                                           ^ [netwright:pool-padding] Fix: pad by 1 at most, or use a kernel of at least 4.
//                                              ^ [netwright:pool-padding] tall.padding[1]: found 2 for a window of 3
        void tall();

        @AveragePool(kernel = 1, padding = 1)
//                                         ^ [netwright:pool-padding] one.padding: found 1 for a window of 1
//                                         ^ [netwright:pool-padding] Fix: pad by 0 at most, or use a kernel of at least 2.
        void one();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface MapsSpec {
        @Conv(channels = 10, kernel = 3)
        @BatchNorm
//      ^ [netwright:class-scores] maps: maps_norm turns 10x26x26 into 10x26x26 (cross-entropy needs one score for each of 2 or more classes
//      ^ [netwright:class-scores] Shapes: input 1x28x28 -> maps 10x26x26
//      ^ [netwright:class-scores] Fix: add a last stage: @GlobalAveragePool void means(); to average each map, or @Linear(units = 10) void classes();.
        void maps();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface SingleSpec {
        @Linear(units = 1)
//                      ^ [netwright:class-scores] score.units: score produces a single value
        void score();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface VectorSpec {
        @Linear(units = 10)
        void classes();

        @ResidualBlock(channels = 8)
//      ^ [netwright:image-expected] late: late_conv1 reads a vector of 10
        void late();

        // After a pool to a known size, faults are found again.
        @AdaptiveAveragePool(rows = 3, columns = 3)
        void resized();

        @MaxPool(kernel = 4)
//                        ^ [netwright:shape] tooLarge.kernel: tooLarge has a pooling window of 4x4, but its input is 8x3x3
        void tooLarge();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface GatedVectorSpec {
        @Linear(units = 10)
        void classes();

        @SqueezeExcite(width = 4)
//      ^ [netwright:image-expected] late: late_avgpool reads a vector of 10
        void late();

        @ChannelSplit(parts = 2, part = 0)
//      ^ [netwright:image-expected] part: part reads a vector of 10
        void part();
    }

    @Network(input = @Input(channels = 10, height = 28, width = 28))
    interface PartsSpec {
        @ChannelSplit(parts = 3, part = 2)
//                            ^ [netwright:parts] third.parts: third takes one of 3 parts of 10 channels
//                            ^ [netwright:parts] Shapes: input 10x28x28
//                            ^ [netwright:parts] Fix: set parts = 2, the nearest number that divides the channels, and part = 1.
        void third();

        // Parts that divide the channels may leave any number of them.
        @ChannelSplit(parts = 4, part = 0)
        void fourth();

        // Layers behind them are checked anyway.
        @MaxPool(kernel = 40)
//                        ^ [netwright:shape] far.kernel: far has a pooling window of 40x40, but its input is ?x28x28
        void far();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface PartSpec {
        @Conv(channels = 8, kernel = 3)
        void stem();

        @ChannelSplit(parts = 3, part = 3)
//                            ^ [netwright:parts] channelSplit.parts: channelSplit takes one of 3 parts of 8 channels
//                            ^ [netwright:parts] Fix: set parts = 2, the nearest number that divides the channels.
//                                      ^ [netwright:range] channelSplit.part: found 3, expected 0 to 2
        void channelSplit();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 3, height = 28, width = 28))
    interface GroupsSpec {
        @Conv(channels = 4, kernel = 3, groups = 2)
//                                               ^ [netwright:groups] parts.groups: parts has 2 groups for 3 input and 4 output channels
//                                               ^ [netwright:groups] Shapes: input 3x28x28
//                                               ^ [netwright:groups] Fix: set groups = 1, the nearest number that divides both.
        void parts();

        // Layers after a convolution with wrong groups are checked anyway.
        @Conv(channels = 10, kernel = 3, groups = 4)
//                                                ^ [netwright:groups] others.groups: others has 4 groups for 4 input and 10 output channels
//                                                ^ [netwright:groups] Fix: set groups = 2, the nearest number that divides both, or channels = 8.
        void others();

        // So are layers after a shuffle with wrong groups, because the channels stay the same.
        @ChannelShuffle(groups = 4)
//                               ^ [netwright:groups] mixed.groups: mixed has 4 groups for 10 input and 10 output channels
//                               ^ [netwright:groups] Fix: set groups = 5, the nearest number that divides both.
        void mixed();

        @GroupNorm(groups = 3)
//                          ^ [netwright:groups] even.groups: even has 3 groups for 10 input and 10 output channels
//                          ^ [netwright:groups] Fix: set groups = 2, the nearest number that divides both.
        void even();

        @MaxPool(kernel = {40, 3})
//                        ^ [netwright:shape] far.kernel: far has a pooling window of 40x3, but its input is 10x24x24
//                        ^ [netwright:shape] height = 44, width = 44), the smallest legal size, or set kernel = {24, 3} in far.
        void far();
    }

    @Network(input = @Input(channels = 3, height = 6, width = 28))
    interface WindowSpec {
        @Conv(channels = 4, kernel = {4, 3}, dilation = {2, 1})
//                                   ^ [netwright:shape] far.kernel: far has a kernel of 4x3 that spans 7x3, but its input is 3x6x28
//                                   ^ [netwright:shape] height = 7, width = 28), the smallest legal size
        void far();
    }

    // With another loss, maps are valid outputs.
    @Network(input = @Input(channels = 1, height = 28, width = 28), loss = Loss.SQUARED_ERROR)
    interface ScoresSpec {
        @Conv(channels = 10, kernel = 30)
//                                    ^ [netwright:shape] maps.kernel: maps has a kernel of 30x30
        void maps();
    }
