package dev.netwright.processor;

import java.util.List;

/** A random spec of {@code @EfficientNet}, whose blocks are followed as the papers' tables list them. */
final class RandomEfficientNet {
    /** Of each stage: 1 for fused blocks, expansion, kernel, stride, channels, blocks. */
    private static final List<int[]> B0 = List.of(
            new int[] {0, 1, 3, 1, 16, 1},
            new int[] {0, 6, 3, 2, 24, 2},
            new int[] {0, 6, 5, 2, 40, 2},
            new int[] {0, 6, 3, 2, 80, 3},
            new int[] {0, 6, 5, 1, 112, 3},
            new int[] {0, 6, 5, 2, 192, 4},
            new int[] {0, 6, 3, 1, 320, 1});

    private static final List<int[]> V2_S = List.of(
            new int[] {1, 1, 3, 1, 24, 2},
            new int[] {1, 4, 3, 2, 48, 4},
            new int[] {1, 4, 3, 2, 64, 4},
            new int[] {0, 4, 3, 2, 128, 6},
            new int[] {0, 6, 3, 1, 160, 9},
            new int[] {0, 6, 3, 2, 256, 15});

    private final RandomSpec spec;
    private final int tenths;
    private final int eighths;
    private final double stochasticDepth;
    private int done;

    RandomEfficientNet(RandomSpec spec) {
        this.spec = spec;
        tenths = spec.between(1, 8);
        eighths = spec.between(1, 8);
        stochasticDepth = spec.coin() ? 0.2 : 0;
    }

    String annotation() {
        String input = spec.input();
        boolean isSecond = spec.coin();
        convolution("conv1", eights(isSecond ? 24 : 32), 3, 2);
        int number = 1;
        for (int[] row : isSecond ? V2_S : B0) {
            for (int block = 0; 8 * block < row[5] * eighths; block++) {
                block("stage" + number + "." + block, block == 0 ? row[3] : 1, row);
            }
            number++;
        }
        convolution("conv_last", isSecond ? eights(1280) : 4 * spec.place().channels(), 1, 1);
        spec.averages("pool");
        double dropout = spec.coin() ? 0.2 : 0;
        if (dropout > 0) {
            spec.layer("drop");
        }
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return ("@EfficientNet(input = %s, classes = %d, variant = EfficientNet.Variant.%s, width = %s, depth = %s,"
                        + " dropout = @Dropout(rate = %s), stochasticDepth = %s)")
                .formatted(
                        input,
                        classes,
                        isSecond ? "V2_S" : "B0",
                        tenths / 10.0,
                        eighths / 8.0,
                        dropout,
                        stochasticDepth);
    }

    private void block(String name, int stride, int... row) {
        RandomSpec.Place from = spec.place();
        int inside = from.channels() * row[1];
        boolean isFused = row[0] == 1;
        if (isFused && row[1] == 1) {
            convolution(name + ".conv", eights(row[4]), row[2], stride);
        } else {
            if (row[1] > 1) {
                convolution(name + ".expand", inside, isFused ? row[2] : 1, isFused ? stride : 1);
            }
            if (!isFused) {
                spec.convolution(name + ".depthwise", inside, row[2], stride, row[2] / 2, inside, false);
                spec.norm(name + ".depthwise_norm");
                spec.squeezeExcite(name + ".se", from.channels() / 4);
            }
            convolution(name + ".project", eights(row[4]), 1, 1);
        }
        if (stride == 1 && from.channels() == eights(row[4])) {
            if (done > 0 && stochasticDepth > 0) {
                spec.layer(name + ".stochastic_depth");
            }
            spec.layer(name + ".sum");
        }
        done++;
    }

    private int eights(int channels) {
        return RandomInvertedResiduals.eights(channels * tenths);
    }

    private void convolution(String name, int channels, int kernel, int stride) {
        spec.convolution(name, channels, kernel, stride, kernel / 2, false);
        spec.norm(name + "_norm");
    }
}
