package dev.netwright.processor;

/** A random spec of inverted residual blocks. */
final class RandomInvertedResiduals {
    private final RandomSpec spec;
    private final String family;
    private final boolean isMnasnet;
    private final int tenths;

    RandomInvertedResiduals(RandomSpec spec, String family) {
        this.spec = spec;
        this.family = family;
        isMnasnet = family.equals("Mnasnet");
        tenths = spec.between(1, 14);
    }

    String annotation() {
        String input = spec.input();
        int stem = spec.between(1, 20);
        convolution("conv1", width(stem), 3, 2);
        StringBuilder stages = new StringBuilder();
        int count = spec.between(1, 3);
        for (int i = 1; i <= count; i++) {
            int blocks = spec.between(1, 2);
            int channels = spec.between(1, 20);
            int expansion = spec.between(1, 3);
            int kernel = 2 * spec.between(0, 2) + 1;
            int stride = spec.between(1, 2);
            stages.append("@%s.Stage(blocks = %d, channels = %d, expansion = %d, kernel = %d, stride = %d), "
                    .formatted(family, blocks, channels, expansion, kernel, stride));
            for (int j = 0; j < blocks; j++) {
                block("stage" + i + "." + j, width(channels), expansion, kernel, j == 0 ? stride : 1);
            }
        }
        int last = spec.between(1, 40);
        convolution("conv_last", isMnasnet ? last : eights(last * Math.max(10, tenths)), 1, 1);
        double dropout = spec.coin() ? 0.2 : 0;
        spec.averages("pool");
        if (dropout > 0) {
            spec.layer("drop");
        }
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return "@%s(input = %s, classes = %d, width = %s, stem = %d, stages = {%s}, last = %d, dropout = %s)"
                .formatted(family, input, classes, tenths / 10.0, stem, stages, last, dropout);
    }

    private void block(String name, int channels, int expansion, int kernel, int stride) {
        RandomSpec.Place from = spec.place();
        int inside = from.channels() * expansion;
        if (expansion > 1) {
            convolution(name + ".expand", inside, 1, 1);
        }
        spec.convolution(name + ".depthwise", inside, kernel, stride, kernel / 2, inside, false);
        spec.norm(name + ".depthwise_norm");
        convolution(name + ".project", channels, 1, 1);
        if ((expansion > 1 || !isMnasnet) && stride == 1 && from.channels() == channels) {
            spec.layer(name + ".sum");
        }
    }

    private void convolution(String name, int channels, int kernel, int stride) {
        spec.convolution(name, channels, kernel, stride, kernel / 2, false);
        spec.norm(name + "_norm");
    }

    private int width(int channels) {
        return eights(channels * tenths);
    }

    /** A number in tenths as eighths: the nearest whole number, at least 1, and one more if that is less than 90 %. */
    static int eights(int product) {
        int eighths = Math.max(1, (product + 40) / 80);
        return 8 * (8 * eighths * 100 < 9 * product ? eighths + 1 : eighths);
    }
}
