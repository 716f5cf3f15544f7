package dev.netwright.models.squeezenet;

import dev.netwright.annotations.SqueezeNet;

/**
 * SqueezeNet 1.1 of Iandola et al., which computes 2.4 times less than {@link ImageNetSqueezeNet10Spec}, in torchvision's form,
 * {@code squeezenet1_1}: 1,235,496 parameters.
 *
 * @see <a href="https://github.com/forresti/SqueezeNet/tree/master/SqueezeNet_v1.1">the authors' version 1.1</a>
 */
// The authors' network has that ReLU, and its first convolution no padding.
@SuppressWarnings({"netwright:relu-logits", "netwright:flatten-size"})
@SqueezeNet(
        conv1 = @SqueezeNet.Conv(channels = 64, kernel = 3),
        stages = {
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64),
                        @SqueezeNet.Fire(squeeze = 16, expand1x1 = 64, expand3x3 = 64)
                    }),
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 32, expand1x1 = 128, expand3x3 = 128),
                        @SqueezeNet.Fire(squeeze = 32, expand1x1 = 128, expand3x3 = 128)
                    }),
            @SqueezeNet.Stage(
                    fires = {
                        @SqueezeNet.Fire(squeeze = 48, expand1x1 = 192, expand3x3 = 192),
                        @SqueezeNet.Fire(squeeze = 48, expand1x1 = 192, expand3x3 = 192),
                        @SqueezeNet.Fire(squeeze = 64, expand1x1 = 256, expand3x3 = 256),
                        @SqueezeNet.Fire(squeeze = 64, expand1x1 = 256, expand3x3 = 256)
                    })
        })
public interface ImageNetSqueezeNet11Spec {}
