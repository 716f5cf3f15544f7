// classes: Everything Sides
package bad;

import dev.netwright.annotations.*;

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface EverythingSpec {
        @Conv(kernel = {0, -1}, stride = {-2, 0}, padding = {0, -1}, dilation = {0, 2}, channels = 0, groups = -1)
//                                                                                                             ^ [netwright:range] conv.groups: found -1
//                                                                                                 ^ [netwright:range] conv.channels: found 0, expected at least 1
//                                                                               ^ [netwright:range] conv.dilation[0]: found 0
//                                                              ^ [netwright:range] conv.padding[1]: found -1, expected at least 0
//                                        ^ [netwright:range] conv.stride[0]: found -2
//                                            ^ [netwright:range] conv.stride[1]: found 0
//                      ^ [netwright:range] conv.kernel[0]: found 0, expected at least 1
//                      ^ [netwright:range] Fix: replace it with 1, the smallest legal number, or a larger one.
//                         ^ [netwright:range] conv.kernel[1]: found -1
        void conv();

        @MaxPool(kernel = {0, 2}, stride = {1, 0}, padding = {-1, 1})
//                         ^ [netwright:range] maxPool.kernel[0]: found 0
//                                             ^ [netwright:range] maxPool.stride[1]: found 0
//                                                            ^ [netwright:range] maxPool.padding[0]: found -1
        void maxPool();

        @AveragePool(kernel = {2, -2}, stride = {0, 1}, padding = {0, -1})
//                                ^ [netwright:range] averagePool.kernel[1]: found -2
//                                               ^ [netwright:range] averagePool.stride[0]: found 0
//                                                                    ^ [netwright:range] averagePool.padding[1]: found -1
        void averagePool();

        @AdaptiveAveragePool(rows = 0, columns = -1)
//                                  ^ [netwright:range] adaptiveAveragePool.rows: found 0, expected at least 1
//                                               ^ [netwright:range] adaptiveAveragePool.columns: found -1
        void adaptiveAveragePool();

        @Upsample(factor = {0, -1}, height = -2)
//                          ^ [netwright:range] upsample.factor[0]: found 0, expected at least 1
//                             ^ [netwright:range] upsample.factor[1]: found -1
//                                           ^ [netwright:range] upsample.height: found -2, expected at least 0
        void upsample();

        @TransposedConv(kernel = {0, 2}, stride = {0, 1}, padding = {-1, 0}, outputPadding = {0, -1}, dilation = {1, 0}, channels = 0, groups = 0)
//                                                                                                                                              ^ [netwright:range] transposedConv.groups: found 0
//                                                                                                                                  ^ [netwright:range] transposedConv.channels: found 0
//                                                                                                                   ^ [netwright:range] transposedConv.dilation[1]: found 0
//                                                                                               ^ [netwright:range] transposedConv.outputPadding[1]: found -1
//                                                                   ^ [netwright:range] transposedConv.padding[0]: found -1
//                                                 ^ [netwright:range] transposedConv.stride[0]: found 0
//                                ^ [netwright:range] transposedConv.kernel[0]: found 0
        void transposedConv();

        @ChannelShuffle(groups = 0)
//                               ^ [netwright:range] channelShuffle.groups: found 0, expected at least 1
        void channelShuffle();

        @ChannelSplit(parts = 0, part = -1)
//                            ^ [netwright:range] channelSplit.parts: found 0, expected at least 1
//                                      ^ [netwright:range] channelSplit.part: found -1
        void channelSplit();

        @SqueezeExcite(width = 0)
//                             ^ [netwright:range] squeezeExcite.width: found 0, expected at least 1
        void squeezeExcite();

        @LocalResponseNorm(
                size = 4,
//                     ^ [netwright:range] localResponseNorm.size: found 4
                alpha = 0,
//                      ^ [netwright:range] localResponseNorm.alpha: found 0.0
                beta = -1,
//                     ^ [netwright:range] localResponseNorm.beta: found -1.0
                k = 0)
//                  ^ [netwright:range] localResponseNorm.k: found 0.0
        void localResponseNorm();

        @BatchNorm(epsilon = 0, momentum = 2)
//                           ^ [netwright:range] batchNorm.epsilon: found 0.0
//                                         ^ [netwright:range] batchNorm.momentum: found 2.0
        @Relu
        void batchNorm();

        @LeakyRelu(slope = 1)
//                         ^ [netwright:range] leakyRelu.slope: found 1.0, expected at least 0 and below 1
//                         ^ [netwright:range] Fix: set slope = 0.01.
        void leakyRelu();

        @Elu(alpha = 0)
//                   ^ [netwright:range] elu.alpha: found 0.0
        void elu();

        @LayerScale(initial = 0)
//                            ^ [netwright:range] layerScale.initial: found 0.0
        void layerScale();

        @GroupNorm(groups = 0, epsilon = -1)
//                          ^ [netwright:range] groupNorm.groups: found 0, expected at least 1
//                                       ^ [netwright:range] groupNorm.epsilon: found -1.0
        void groupNorm();

        @LayerNorm(epsilon = 0)
//                           ^ [netwright:range] layerNorm.epsilon: found 0.0
        void layerNorm();

        @ResidualBlock(
                channels = 0,
//                         ^ [netwright:range] residualBlock.channels: found 0
                stride = 0,
//                       ^ [netwright:range] residualBlock.stride: found 0
                expansion = 0,
//                          ^ [netwright:range] residualBlock.expansion: found 0
                norm = @BatchNorm(
                        epsilon = -1,
//                                ^ [netwright:range] residualBlock.norm.epsilon: found -1.0
                        momentum = 0))
//                                 ^ [netwright:range] residualBlock.norm.momentum: found 0.0
        void residualBlock();

        @InceptionBlock(
                c1x1 = 0,
//                     ^ [netwright:range] inceptionBlock.c1x1: found 0
                reduce3x3 = 0,
//                          ^ [netwright:range] inceptionBlock.reduce3x3: found 0
                c3x3 = 0,
//                     ^ [netwright:range] inceptionBlock.c3x3: found 0
                reduce5x5 = 0,
//                          ^ [netwright:range] inceptionBlock.reduce5x5: found 0
                c5x5 = 0,
//                     ^ [netwright:range] inceptionBlock.c5x5: found 0
                pool = 0,
//                     ^ [netwright:range] inceptionBlock.pool: found 0
                norm = @BatchNorm(
                        epsilon = -1,
//                                ^ [netwright:range] inceptionBlock.norm[0].epsilon: found -1.0
                        momentum = 0))
//                                 ^ [netwright:range] inceptionBlock.norm[0].momentum: found 0.0
        void inceptionBlock();

        @DenseBlock(
                layers = 101,
//                       ^ [netwright:range] denseBlock.layers: found 101, expected 1 to 100
                growth = 0,
//                       ^ [netwright:range] denseBlock.growth: found 0
                bottleneck = -1,
//                           ^ [netwright:range] denseBlock.bottleneck: found -1
                norm = @BatchNorm(
                        epsilon = -1,
//                                ^ [netwright:range] denseBlock.norm.epsilon: found -1.0
                        momentum = 0))
//                                 ^ [netwright:range] denseBlock.norm.momentum: found 0.0
        void denseBlock();

        @Linear(units = 0)
//                      ^ [netwright:range] linear.units: found 0
        void linear();

        @Dropout(rate = -0.1)
//                      ^ [netwright:range] dropout.rate: found -0.1
        void dropout();

        @StochasticDepth(rate = 1)
//                              ^ [netwright:range] stochasticDepth.rate: found 1.0
        void stochasticDepth();
    }

    @Network(input = @Input(channels = 1, height = 28, width = 28))
    interface SidesSpec {
        @Conv(
                channels = 2,
                kernel = 0,
//                       ^ [netwright:range] conv.kernel: found 0, expected at least 1
//                       ^ [netwright:range] Fix: set kernel = 1, the smallest legal number, or a larger one.
                stride = {-2},
//                       ^ [netwright:range] conv.stride: found -2
                padding = -1,
//                        ^ [netwright:range] conv.padding: found -1
                dilation = 0)
//                         ^ [netwright:range] conv.dilation: found 0
        void conv();

        @MaxPool(kernel = 0, stride = 0, padding = -1)
//                        ^ [netwright:range] maxPool.kernel: found 0
//                                    ^ [netwright:range] maxPool.stride: found 0
//                                                 ^ [netwright:range] maxPool.padding: found -1
        void maxPool();

        @AveragePool(kernel = 0, stride = 0, padding = -1)
//                            ^ [netwright:range] averagePool.kernel: found 0
//                                        ^ [netwright:range] averagePool.stride: found 0
//                                                     ^ [netwright:range] averagePool.padding: found -1
        void averagePool();

        @Upsample(factor = 0, width = -3)
//                         ^ [netwright:range] upsample.factor: found 0
//                                    ^ [netwright:range] upsample.width: found -3
        void upsample();

        @TransposedConv(channels = 2, kernel = 0, stride = 0, padding = -1, outputPadding = -1, dilation = 0)
//                                             ^ [netwright:range] transposedConv.kernel: found 0
//                                                         ^ [netwright:range] transposedConv.stride: found 0
//                                                                      ^ [netwright:range] transposedConv.padding: found -1
//                                                                                          ^ [netwright:range] transposedConv.outputPadding: found -1
//                                                                                                         ^ [netwright:range] transposedConv.dilation: found 0
        void transposedConv();

        @Conv(channels = 2, kernel = {}, stride = {1, 2, 3})
//                                   ^ [netwright:count] many.kernel: found 0 elements, expected at least 1
//                                                ^ [netwright:count] many.stride: found 3 elements, expected at most 2
        void many();
    }
