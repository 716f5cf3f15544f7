// classes: Garments Letters Tiny Empty
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

    // The last maps have 6x4 pixels, and a window of 4x4 reduces them to 3x1.
    @Nin(
            input = @Input(channels = 1, height = 227, width = 163),
            averagePool = @Nin.Pool(kernel = 4, stride = 1))
//                        ^ [netwright:class-scores] averagePool[0]: pool4 turns 1000x6x4 into 1000x3x1 (cross-entropy needs one score for each of 2 or more classes
//                        ^ [netwright:class-scores] -> mlpconv4_1 1000x6x4 -> pool4 1000x3x1
//                        ^ [netwright:class-scores] Fix: remove the window, to average each whole map.
    interface GarmentsSpec {}

    // The spec has no stride of 1.
    @Nin(averagePool = @Nin.Pool(kernel = 2, stride = 0))
//                                                    ^ [netwright:range] averagePool[0].stride: found 0
    interface LettersSpec {}

    @Nin(input = @Input(channels = 1, height = 66, width = 67))
//  ^ [netwright:shape] pool3 has a pooling window of 3x3, but its input is 384x2x3
//  ^ [netwright:shape] Fix: set input = @Input(channels = 1, height = 67, width = 67), the smallest legal size
    interface TinySpec {}

    @Nin(blocks = {})
//                ^ [netwright:count] blocks: found 0 elements, expected at least 1
    interface EmptySpec {}
