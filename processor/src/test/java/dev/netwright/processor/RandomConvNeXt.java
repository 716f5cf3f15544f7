package dev.netwright.processor;

/** A random spec of {@code @ConvNeXt}, whose layers are followed as its annotation is written. */
final class RandomConvNeXt {
    private final RandomSpec spec;

    RandomConvNeXt(RandomSpec spec) {
        this.spec = spec;
    }

    String annotation() {
        String input = spec.input();
        int[] blocks = new int[spec.between(1, 3)];
        int last = -1;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = spec.between(1, 3);
            last += blocks[i];
        }
        double rate = spec.coin() ? 0.25 : 0;
        StringBuilder stages = new StringBuilder();
        int block = 0;
        for (int i = 0; i < blocks.length; i++) {
            int channels = spec.between(1, 10);
            stages.append("@ConvNeXt.Stage(blocks = %d, channels = %d), ".formatted(blocks[i], channels));
            between(i, channels);
            for (int j = 0; j < blocks[i]; j++) {
                block("stage" + (i + 1) + "." + j, channels, last > 0 && block > 0 && rate > 0);
                block++;
            }
        }
        spec.goTo(spec.place().pixel());
        spec.layer("avgpool");
        spec.norm("avgpool_norm");
        spec.vector("flatten");
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return "@ConvNeXt(input = %s, classes = %d, stages = {%s}, layerScale = 0.5, stochasticDepth = %s)"
                .formatted(input, classes, stages, rate);
    }

    private void between(int stage, int channels) {
        if (stage == 0) {
            spec.convolution("stem", channels, 4, 4, 0);
            spec.norm("stem_norm");
        } else {
            spec.norm("downsample" + stage + "_norm");
            spec.convolution("downsample" + stage, channels, 2, 2, 0);
        }
    }

    private void block(String name, int channels, boolean isDropped) {
        spec.convolution(name + ".dwconv", channels, 7, 1, 3, channels, true);
        spec.norm(name + ".dwconv_norm");
        spec.convolution(name + ".pwconv1", 4 * channels, 1, 1, 0);
        spec.convolution(name + ".pwconv2", channels, 1, 1, 0);
        spec.factors(name + ".scale");
        if (isDropped) {
            spec.layer(name + ".drop");
        }
        spec.layer(name + ".sum");
    }
}
