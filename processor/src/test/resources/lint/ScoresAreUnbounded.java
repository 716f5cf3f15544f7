// classes: Default Free Wide Maps Hidden Leaky Reconstructed Residual Residuals
package lint;

import dev.netwright.annotations.*;

    @Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10)
//  ^ [netwright:relu-logits] reluOnClassMaps: mlpconv4_3_relu applies relu to the class scores
//  ^ [netwright:relu-logits] Fix: set reluOnClassMaps = false.
    interface DefaultSpec {}

    @Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10, reluOnClassMaps = false)
    interface FreeSpec {}

    @Nin(input = @Input(channels = 1, height = 227, width = 227), classes = 10, reluOnClassMaps = true)
//                                                                                                ^ [netwright:relu-logits] reluOnClassMaps: mlpconv4_3_relu applies relu to the class scores
//                                                                                                ^ [netwright:relu-logits] Fix: set reluOnClassMaps = false.
    interface WideSpec {}

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface MapsSpec {
        @Conv(channels = 10, kernel = 7, padding = 3)
        @Sigmoid
//      ^ [netwright:relu-logits] maps: maps_sigmoid applies sigmoid to the class scores
//      ^ [netwright:relu-logits] Fix: remove the activation after the last layer with weights.
        void maps();

        @GlobalAveragePool
        void means();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface HiddenSpec {
        @Linear(units = 20)
        @Relu
        void hidden();

        @Linear(units = 10)
        void classes();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface LeakySpec {
        @Linear(units = 10)
        @LeakyRelu(slope = 0.1)
//      ^ [netwright:relu-logits] classes: classes_leaky_relu applies leaky_relu to the class scores
        void classes();
    }

    // Values that aren't scores may be bounded.
    @Network(input = @Input(channels = 1, height = 8, width = 8), loss = Loss.SQUARED_ERROR)
    interface ReconstructedSpec {
        @Linear(units = 64)
        @Sigmoid
        void pixels();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface ResidualSpec {
        @ResidualBlock(channels = 10)
//      ^ [netwright:relu-logits] residual: residual_sum_relu applies relu to the class scores
        void residual();

        @GlobalAveragePool
        void means();
    }

    @Network(input = @Input(channels = 1, height = 8, width = 8))
    interface ResidualsSpec {
        @ResidualBlock(channels = 10)
        void residual();

        @GlobalAveragePool
        void means();

        @Linear(units = 10)
        void classes();
    }
