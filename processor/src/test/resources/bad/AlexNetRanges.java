// classes: Garments
package bad;

import dev.netwright.annotations.AlexNet;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.LocalResponseNorm;

    @AlexNet(
            input = @Input(
                    channels = 0,
//                             ^ [netwright:range] input.channels: found 0
                    height = 0,
//                           ^ [netwright:range] input.height: found 0
                    width = 0),
//                          ^ [netwright:range] input.width: found 0
            classes = 1,
//                    ^ [netwright:range] classes: found 1, expected at least 2
            conv1 = @AlexNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv1.channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] conv1.kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] conv1.stride: found 0, expected at least 1
                    padding = -1),
//                            ^ [netwright:range] conv1.padding: found -1, expected at least 0
            lrn1 = @LocalResponseNorm(
                    size = 4,
//                         ^ [netwright:range] lrn1[0].size: found 4
                    alpha = 0,
//                          ^ [netwright:range] lrn1[0].alpha: found 0.0
                    beta = 0,
//                         ^ [netwright:range] lrn1[0].beta: found 0.0
                    k = 0),
//                      ^ [netwright:range] lrn1[0].k: found 0.0
            pool1 = @AlexNet.Pool(
                    kernel = 0,
//                           ^ [netwright:range] pool1.kernel: found 0
                    stride = 0),
//                           ^ [netwright:range] pool1.stride: found 0
            conv2 = @AlexNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv2.channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] conv2.kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] conv2.stride: found 0, expected at least 1
                    padding = -1),
//                            ^ [netwright:range] conv2.padding: found -1, expected at least 0
            lrn2 = @LocalResponseNorm(
                    size = 4,
//                         ^ [netwright:range] lrn2[0].size: found 4
                    alpha = 0,
//                          ^ [netwright:range] lrn2[0].alpha: found 0.0
                    beta = 0,
//                         ^ [netwright:range] lrn2[0].beta: found 0.0
                    k = 0),
//                      ^ [netwright:range] lrn2[0].k: found 0.0
            pool2 = @AlexNet.Pool(
                    kernel = 0,
//                           ^ [netwright:range] pool2.kernel: found 0
                    stride = 0),
//                           ^ [netwright:range] pool2.stride: found 0
            conv3 = @AlexNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv3.channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] conv3.kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] conv3.stride: found 0, expected at least 1
                    padding = -1),
//                            ^ [netwright:range] conv3.padding: found -1, expected at least 0
            conv4 = @AlexNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv4.channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] conv4.kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] conv4.stride: found 0, expected at least 1
                    padding = -1),
//                            ^ [netwright:range] conv4.padding: found -1, expected at least 0
            conv5 = @AlexNet.Conv(
                    channels = 0,
//                             ^ [netwright:range] conv5.channels: found 0, expected at least 1
                    kernel = 0,
//                           ^ [netwright:range] conv5.kernel: found 0, expected at least 1
                    stride = 0,
//                           ^ [netwright:range] conv5.stride: found 0, expected at least 1
                    padding = -1),
//                            ^ [netwright:range] conv5.padding: found -1, expected at least 0
            pool5 = @AlexNet.Pool(
                    kernel = 0,
//                           ^ [netwright:range] pool5.kernel: found 0
                    stride = 0),
//                           ^ [netwright:range] pool5.stride: found 0
            hidden = {
                @AlexNet.Hidden(units = 0),
//                                      ^ [netwright:range] hidden[0].units: found 0
                @AlexNet.Hidden(dropout = 1)
//                                        ^ [netwright:range] hidden[1].dropout: found 1.0
            })
    interface GarmentsSpec {}
