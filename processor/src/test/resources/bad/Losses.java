// classes: Focal Huber Labels OneNumber OneClass HalvedPixels OneChannel VectorOfPixels LeNetOfPixels
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.LeNet;
import dev.netwright.annotations.Linear;
import dev.netwright.annotations.Conv;
import dev.netwright.annotations.Loss;
import dev.netwright.annotations.Network;

    @LeNet(loss = Loss.FOCAL, focalGamma = -2)
//                                         ^ [netwright:range] focalGamma: found -2.0, expected a finite number of at least 0
    interface FocalSpec {}

    @LeNet(loss = Loss.HUBER, classes = 1, huberDelta = 0)
//                                                      ^ [netwright:range] huberDelta: found 0.0, expected a finite number above 0
    interface HuberSpec {}

    @Network(input = @Input(channels = 1, height = 6, width = 6), loss = Loss.SIGMOID_CROSS_ENTROPY)
    interface LabelsSpec {
        @Conv(channels = 3, kernel = 3) void maps();
//      ^ [netwright:class-scores] maps turns 1x6x6 into 3x4x4 (cross-entropy needs one score for each of 2 or more classes, or for each label
    }

    // A number or a label is no fault.
    @LeNet(loss = Loss.MEAN_SQUARED_ERROR, classes = 0)
//                                                   ^ [netwright:range] classes: found 0, expected at least 1
    interface OneNumberSpec {}

    @LeNet(loss = Loss.FOCAL, classes = 1)
//                                      ^ [netwright:range] classes: found 1, expected at least 2
    interface OneClassSpec {}

    // Losses of pixels need a score for each class at each pixel.
    @Network(input = @Input(channels = 3, height = 8, width = 6), loss = Loss.PIXEL_CROSS_ENTROPY)
    interface HalvedPixelsSpec {
        @Conv(channels = 4, kernel = 3, padding = 1) void maps();
        @Conv(channels = 5, kernel = 2, stride = 2) void halved();
//      ^ [netwright:pixel-scores] halved is 5x4x3 for an input of 3x8x6
    }

    @Network(input = @Input(channels = 3, height = 8, width = 6), loss = Loss.PIXEL_DICE)
    interface OneChannelSpec {
        @Conv(channels = 1, kernel = 3, padding = 1) void maps();
//      ^ [netwright:pixel-scores] maps has a single channel
    }

    @Network(input = @Input(channels = 3, height = 8, width = 6), loss = Loss.PIXEL_DICE)
    interface VectorOfPixelsSpec {
        @Linear(units = 48) void pixels();
//                      ^ [netwright:pixel-scores] pixels has no rows and columns
    }

    @LeNet(loss = Loss.PIXEL_CROSS_ENTROPY)
//  ^ [netwright:pixel-scores] f7 has no rows and columns
    interface LeNetOfPixelsSpec {}
