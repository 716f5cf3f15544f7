package dev.netwright.processor.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Published networks as data, for the lint {@code near-preset}. */
final class PublishedNetworks {
    private static final String VGG = "Simonyan and Zisserman, 2014, configuration ";
    private static final String RESNET = "He et al., 2015";
    private static final String DENSENET = "Huang et al., 2016";
    private static final int[] NO_POINTWISE = {0, 0, 0, 0, 0};

    /** Output channels of GoogLeNet's modules 3a to 5b (Szegedy et al., 2014, table 1), stage by stage. */
    private static final int[][][] INCEPTION_MODULES = {
        {{64, 96, 128, 16, 32, 32}, {128, 128, 192, 32, 96, 64}},
        {
            {192, 96, 208, 16, 48, 64},
            {160, 112, 224, 24, 64, 64},
            {128, 128, 256, 24, 64, 64},
            {112, 144, 288, 32, 64, 64},
            {256, 160, 320, 32, 128, 128}
        },
        {{256, 160, 320, 32, 128, 128}, {384, 192, 384, 48, 128, 128}}
    };

    private static final List<String> MODULE_ATTRIBUTES =
            List.of("c1x1", "reduce3x3", "c3x3", "reduce5x5", "c5x5", "pool");

    /** All of them. */
    static final List<PublishedNetwork> ALL = List.of(
            leNet(),
            alexNet(),
            nin(),
            vgg("VGG-11 (" + VGG + "A)", new int[] {1, 1, 2, 2, 2}, NO_POINTWISE),
            vgg("VGG-13 (" + VGG + "B)", new int[] {2, 2, 2, 2, 2}, NO_POINTWISE),
            vgg("VGG-16 (" + VGG + "C)", new int[] {2, 2, 2, 2, 2}, new int[] {0, 0, 1, 1, 1}),
            vgg("VGG-16 (" + VGG + "D)", new int[] {2, 2, 3, 3, 3}, NO_POINTWISE),
            vgg("VGG-19 (" + VGG + "E)", new int[] {2, 2, 4, 4, 4}, NO_POINTWISE),
            googLeNet(),
            resNet("ResNet-18 (" + RESNET + ")", "BASIC", 2, 2, 2, 2),
            resNet("ResNet-34 (" + RESNET + ")", "BASIC", 3, 4, 6, 3),
            resNet("ResNet-50 (" + RESNET + ")", "BOTTLENECK", 3, 4, 6, 3),
            resNet("ResNet-101 (" + RESNET + ")", "BOTTLENECK", 3, 4, 23, 3),
            resNet("ResNet-152 (" + RESNET + ")", "BOTTLENECK", 3, 8, 36, 3),
            denseNet("DenseNet-121 (" + DENSENET + ")", 6, 12, 24, 16),
            denseNet("DenseNet-169 (" + DENSENET + ")", 6, 12, 32, 32),
            denseNet("DenseNet-201 (" + DENSENET + ")", 6, 12, 48, 32),
            denseNet("DenseNet-264 (" + DENSENET + ")", 6, 12, 64, 48));

    private PublishedNetworks() {}

    private static PublishedNetwork leNet() {
        return new Numbers()
                .put("c1", "channels", 6, "kernel", 5, "stride", 1)
                .put("s2", "kernel", 2, "stride", 2)
                .put("c3", "channels", 16, "kernel", 5, "stride", 1)
                .put("s4", "kernel", 2, "stride", 2)
                .put("hidden[0]", "units", 120)
                .put("hidden[1]", "units", 84)
                .network("LeNet", "LeNet-5 (LeCun et al., 1998)", Map.of());
    }

    /** The padding of its first convolution is omitted: it depends on whether the image has 224 or 227 pixels. */
    private static PublishedNetwork alexNet() {
        return new Numbers()
                .put("conv1", "channels", 96, "kernel", 11, "stride", 4)
                .put("pool1", "kernel", 3, "stride", 2)
                .put("conv2", "channels", 256, "kernel", 5, "stride", 1)
                .put("pool2", "kernel", 3, "stride", 2)
                .put("conv3", "channels", 384, "kernel", 3, "stride", 1)
                .put("conv4", "channels", 384, "kernel", 3, "stride", 1)
                .put("conv5", "channels", 256, "kernel", 3, "stride", 1)
                .put("pool5", "kernel", 3, "stride", 2)
                .put("hidden[0]", "units", 4096)
                .put("hidden[1]", "units", 4096)
                .network("AlexNet", "AlexNet (Krizhevsky et al., 2012)", Map.of());
    }

    /** The authors' network for ImageNet as in d2l.ai; their paper has no table of it. */
    private static PublishedNetwork nin() {
        return new Numbers()
                .put("blocks[0]", "channels", 96, "kernel", 11, "stride", 4)
                .put("blocks[1]", "channels", 256, "kernel", 5, "stride", 1)
                .put("blocks[2]", "channels", 384, "kernel", 3, "stride", 1)
                .put("last", "kernel", 3, "stride", 1)
                .network("Nin", "the ImageNet form of network in network (Lin et al., 2013)", Map.of());
    }

    private static PublishedNetwork vgg(String title, int[] convolutions, int[] pointwise) {
        int[] channels = {64, 128, 256, 512, 512};
        Numbers numbers = new Numbers();
        for (int i = 0; i < convolutions.length; i++) {
            numbers.put("blocks[" + i + "]", "convs", convolutions[i], "channels", channels[i], "kernel", 3);
            numbers.put("blocks[" + i + "]", "pointwise", pointwise[i]);
        }
        return numbers.network("Vgg", title, Map.of());
    }

    private static PublishedNetwork googLeNet() {
        Numbers numbers = new Numbers()
                .put("stem", "channels", 64, "kernel", 7, "stride", 2)
                .put("stem", "reduce3x3", 64, "c3x3", 192);
        for (int stage = 0; stage < INCEPTION_MODULES.length; stage++) {
            for (int module = 0; module < INCEPTION_MODULES[stage].length; module++) {
                for (int i = 0; i < MODULE_ATTRIBUTES.size(); i++) {
                    numbers.put(
                            "stages[" + stage + "].modules[" + module + "]",
                            MODULE_ATTRIBUTES.get(i),
                            INCEPTION_MODULES[stage][module][i]);
                }
            }
        }
        return numbers.network("Inception", "GoogLeNet (Szegedy et al., 2014)", Map.of());
    }

    private static PublishedNetwork resNet(String title, String form, int... blocks) {
        Numbers numbers = new Numbers().put("stem", "channels", 64, "kernel", 7, "stride", 2);
        int channels = 64;
        for (int i = 0; i < blocks.length; i++) {
            numbers.put("stages[" + i + "]", "blocks", blocks[i], "channels", channels, "stride", i == 0 ? 1 : 2);
            channels *= 2;
        }
        return numbers.network("ResNet", title, Map.of("form", form));
    }

    private static PublishedNetwork denseNet(String title, int... layers) {
        Numbers numbers = new Numbers().put("stem", "channels", 64, "kernel", 7, "stride", 2);
        for (int i = 0; i < layers.length; i++) {
            numbers.put("blocks[" + i + "]", "layers", layers[i]);
        }
        numbers.values.put("growth", "32");
        numbers.values.put("bottleneck", "4");
        return numbers.network("DenseNet", title, Map.of());
    }

    /** Numbers by their paths. */
    private static final class Numbers {
        private final Map<String, String> values = new LinkedHashMap<>();

        Numbers put(String annotation, Object... attributesAndNumbers) {
            List<Object> entries = new ArrayList<>(List.of(attributesAndNumbers));
            for (int i = 0; i < entries.size(); i += 2) {
                values.put(annotation + "." + entries.get(i), entries.get(i + 1).toString());
            }
            return this;
        }

        PublishedNetwork network(String family, String title, Map<String, String> kind) {
            return new PublishedNetwork(family, title, kind, values);
        }
    }
}
