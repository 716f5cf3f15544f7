package dev.netwright.tests.competition;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.ResNet;

/** {@code LeafResNet18} of netwright-models for ten classes of small pictures. */
@ResNet(
        input = @Input(channels = 3, height = 32, width = 32),
        classes = 10,
        convBias = true,
        shortcutNorm = false,
        stages = {
            @ResNet.Stage(blocks = 2, channels = 64, stride = 1),
            @ResNet.Stage(blocks = 2, channels = 128),
            @ResNet.Stage(blocks = 2, channels = 256),
            @ResNet.Stage(blocks = 2, channels = 512)
        })
public interface RehearsalResNet18Spec {}
