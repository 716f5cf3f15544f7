package dev.netwright.models.vgg;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Vgg;

/** VGG-11 with a quarter of the channels and 4096 hidden units, as in d2l.ai, chapter "VGG". */
@Vgg(
        input = @Input(channels = 1, height = 224, width = 224),
        classes = 10,
        ratio = 4,
        blocks = {
            @Vgg.Block(convs = 1, channels = 64),
            @Vgg.Block(convs = 1, channels = 128),
            @Vgg.Block(convs = 2, channels = 256),
            @Vgg.Block(convs = 2, channels = 512),
            @Vgg.Block(convs = 2, channels = 512)
        })
public interface Vgg11QuarterSpec {}
