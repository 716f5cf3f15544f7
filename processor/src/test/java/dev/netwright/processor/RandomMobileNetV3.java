package dev.netwright.processor;

import java.util.List;

/** A random spec of {@code @MobileNetV3}, whose blocks are followed as the paper's tables list them. */
final class RandomMobileNetV3 {
    /** Of each block: kernel, inner channels, channels, 1 for squeeze and excitation, stride. */
    private static final List<int[]> SMALL = List.of(
            new int[] {3, 16, 16, 1, 2},
            new int[] {3, 72, 24, 0, 2},
            new int[] {3, 88, 24, 0, 1},
            new int[] {5, 96, 40, 1, 2},
            new int[] {5, 240, 40, 1, 1},
            new int[] {5, 240, 40, 1, 1},
            new int[] {5, 120, 48, 1, 1},
            new int[] {5, 144, 48, 1, 1},
            new int[] {5, 288, 96, 1, 2},
            new int[] {5, 576, 96, 1, 1},
            new int[] {5, 576, 96, 1, 1});

    private static final List<int[]> LARGE = List.of(
            new int[] {3, 16, 16, 0, 1},
            new int[] {3, 64, 24, 0, 2},
            new int[] {3, 72, 24, 0, 1},
            new int[] {5, 72, 40, 1, 2},
            new int[] {5, 120, 40, 1, 1},
            new int[] {5, 120, 40, 1, 1},
            new int[] {3, 240, 80, 0, 2},
            new int[] {3, 200, 80, 0, 1},
            new int[] {3, 184, 80, 0, 1},
            new int[] {3, 184, 80, 0, 1},
            new int[] {3, 480, 112, 1, 1},
            new int[] {3, 672, 112, 1, 1},
            new int[] {5, 672, 160, 1, 2},
            new int[] {5, 960, 160, 1, 1},
            new int[] {5, 960, 160, 1, 1});

    private final RandomSpec spec;
    private final int tenths;

    RandomMobileNetV3(RandomSpec spec) {
        this.spec = spec;
        tenths = spec.between(1, 14);
    }

    String annotation() {
        String input = spec.input();
        boolean isSmall = spec.coin();
        convolution("conv1", eights(16), 3, 2);
        int number = 1;
        for (int[] row : isSmall ? SMALL : LARGE) {
            block("bneck" + number, row);
            number++;
        }
        convolution("conv_last", 6 * spec.place().channels(), 1, 1);
        spec.averages("pool");
        spec.linear("fc1", eights(isSmall ? 1024 : 1280));
        double dropout = spec.coin() ? 0.2 : 0;
        if (dropout > 0) {
            spec.layer("drop");
        }
        int classes = spec.between(2, 30);
        spec.linear("fc2", classes);
        return "@MobileNetV3(input = %s, classes = %d, variant = MobileNetV3.Variant.%s, width = %s, dropout = %s)"
                .formatted(input, classes, isSmall ? "SMALL" : "LARGE", tenths / 10.0, dropout);
    }

    private void block(String name, int... row) {
        RandomSpec.Place from = spec.place();
        int inside = eights(row[1]);
        if (inside != from.channels()) {
            convolution(name + ".expand", inside, 1, 1);
        }
        spec.convolution(name + ".depthwise", inside, row[0], row[4], row[0] / 2, inside, false);
        spec.norm(name + ".depthwise_norm");
        if (row[3] == 1) {
            spec.squeezeExcite(name + ".se", RandomInvertedResiduals.eights(10 * (inside / 4)));
        }
        convolution(name + ".project", eights(row[2]), 1, 1);
        if (row[4] == 1 && from.channels() == eights(row[2])) {
            spec.layer(name + ".sum");
        }
    }

    private int eights(int channels) {
        return RandomInvertedResiduals.eights(channels * tenths);
    }

    private void convolution(String name, int channels, int kernel, int stride) {
        spec.convolution(name, channels, kernel, stride, kernel / 2, false);
        spec.norm(name + "_norm");
    }
}
