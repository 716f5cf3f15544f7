// classes: Garments
package bad;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Nin;

    @Nin(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            blocks = @Nin.Block(
                    channels = 0,
//                             ^ [netwright:range] blocks[0].channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] blocks[0].kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] blocks[0].stride: found 0, expected at least 1
                    padding = -1,
//                            ^ [netwright:range] blocks[0].padding: found -1
                    pointwise = {@Nin.Pointwise, @Nin.Pointwise(channels = -1)},
//                                                                         ^ [netwright:range] blocks[0].pointwise[1].channels: found -1, expected at least 0
                    pool = @Nin.Pool(
                            kernel = 0,
//                                   ^ [netwright:range] blocks[0].pool.kernel: found 0
                            stride = 0),
//                                   ^ [netwright:range] blocks[0].pool.stride: found 0
                    dropout = 1),
//                            ^ [netwright:range] blocks[0].dropout: found 1.0
            last = @Nin.Last(
                    channels = -1,
//                             ^ [netwright:range] last.channels: found -1, expected at least 0
                    kernel = 0,
//                           ^ [netwright:range] last.kernel: found 0
                    stride = 0,
//                           ^ [netwright:range] last.stride: found 0
                    padding = -1,
//                            ^ [netwright:range] last.padding: found -1
                    pointwise = @Nin.Pointwise(channels = -1)),
//                                                        ^ [netwright:range] last.pointwise[0].channels: found -1
            averagePool = @Nin.Pool(
                    kernel = 0,
//                           ^ [netwright:range] averagePool[0].kernel: found 0
                    stride = 0))
//                           ^ [netwright:range] averagePool[0].stride: found 0
    interface GarmentsSpec {}
