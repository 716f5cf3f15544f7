package dev.netwright.processor;

/** A random spec of {@code @ShuffleNetV2}, whose layers are followed as its annotation is written. */
final class RandomShuffleNetV2 {
    private final RandomSpec spec;

    RandomShuffleNetV2(RandomSpec spec) {
        this.spec = spec;
    }

    String annotation() {
        String input = spec.input();
        int stem = spec.between(1, 12);
        convolution("conv1", stem, 3, 2, 1);
        spec.pool("pool1", 3, 2, 1, false);
        StringBuilder stages = new StringBuilder();
        int end = spec.between(3, 5);
        for (int stage = 2; stage < end; stage++) {
            int blocks = spec.between(1, 3);
            int branch = spec.between(1, 8);
            stages.append("@ShuffleNetV2.Stage(blocks = %d, branch = %d), ".formatted(blocks, branch));
            for (int unit = 0; unit < blocks; unit++) {
                unit("stage" + stage + "." + unit, branch, unit == 0);
            }
        }
        int last = spec.between(1, 12);
        convolution("conv" + end, last, 1, 1, 1);
        spec.averages("pool" + end);
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return "@ShuffleNetV2(input = %s, classes = %d, stem = %d, stages = {%s}, last = %d)"
                .formatted(input, classes, stem, stages, last);
    }

    private void unit(String name, int branch, boolean isHalving) {
        RandomSpec.Place from = spec.place();
        if (isHalving) {
            convolution(name + ".branch1_depthwise", from.channels(), 3, 2, from.channels());
            convolution(name + ".branch1_conv", branch, 1, 1, 1);
            spec.goTo(from);
        } else {
            spec.goTo(from.with(branch, from));
            spec.layer(name + ".first_half");
            spec.layer(name + ".second_half");
        }
        convolution(name + ".branch2_conv1", branch, 1, 1, 1);
        convolution(name + ".branch2_depthwise", branch, 3, isHalving ? 2 : 1, branch);
        convolution(name + ".branch2_conv2", branch, 1, 1, 1);
        spec.goTo(spec.place().with(2 * branch, from));
        spec.layer(name + ".join");
        spec.layer(name + ".shuffle");
    }

    private void convolution(String name, int channels, int kernel, int stride, int groups) {
        spec.convolution(name, channels, kernel, stride, kernel / 2, groups, false);
        spec.norm(name + "_norm");
    }
}
