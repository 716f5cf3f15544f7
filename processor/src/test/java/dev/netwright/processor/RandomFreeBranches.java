package dev.netwright.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a random {@code @Network} with branches, joins and a block of its own, whose layers are followed as they
 * are written.
 */
final class RandomFreeBranches {
    /**
     * A residual block whose shortcut and middle depend on its numbers. The divisor is written so that no mutation makes it 0,
     * which the compiler would reject by itself.
     */
    private static final String BLOCK = """
            @Block @interface Unit {
                int width(); int channels(); @FirstOnly int stride() default 1; boolean narrowed() default false; int times() default 1;
                int WIDTH = Block.A, CHANNELS = Block.B, STRIDE = Block.C, NARROWED = Block.D;
                interface Stages {
                    @Conv(channels = WIDTH, kernel = 1, bias = false) @BatchNorm @Relu void conv1();
                    @Conv(channels = 2 * WIDTH, kernel = 3, stride = STRIDE, padding = 1, groups = WIDTH) void conv2();
                    @OnlyIf(NARROWED) @Conv(channels = WIDTH / 0x2, kernel = 1) @HardSwish void narrow();
                    @Conv(channels = CHANNELS, kernel = 1, bias = false) @BatchNorm void conv3();
                    @From("input") @Conv(channels = CHANNELS, kernel = 1, stride = STRIDE) @SkipIfSameShape void shortcut();
                    @Sum({"conv3", "shortcut"}) void sum();
                }
            }
            """;

    private final RandomSpec spec;
    private final StringBuilder stages = new StringBuilder();
    private String last = "stem";

    RandomFreeBranches(RandomSpec spec) {
        this.spec = spec;
    }

    String stages() {
        convolution("stem", spec.between(1, 8), spec.between(1, 5), spec.between(1, 2), spec.between(0, 2));
        for (int i = spec.between(1, 4); i > 0; i--) {
            String name = "part" + i;
            switch (spec.between(1, 4)) {
                case 1 -> concat(name);
                case 2 -> sum(name);
                case 3 -> product(name);
                default -> unit(name);
            }
            last = name;
        }
        spec.goTo(spec.place().pixel());
        spec.layer("mean");
        int classes = spec.between(2, 30);
        spec.linear("classes", classes);
        stages.append("@GlobalAveragePool void mean(); @Linear(units = %d) void classes(); ".formatted(classes));
        return stages + BLOCK.replaceAll("\\s+", " ");
    }

    private void concat(String name) {
        RandomSpec.Place from = spec.place();
        List<String> branches = new ArrayList<>();
        RandomSpec.Place joined = from.with(0, from);
        for (int i = spec.between(2, 4); i > 0; i--) {
            String branch = name + (char) ('a' + i);
            branch(branch, from, spec.between(1, 6));
            joined = joined.with(joined.channels() + spec.place().channels(), spec.place());
            branches.add(branch);
        }
        join("Concat", name, branches, joined);
    }

    private void sum(String name) {
        RandomSpec.Place from = spec.place();
        int channels = spec.coin() ? from.channels() : spec.between(1, 6);
        List<String> addends = new ArrayList<>();
        RandomSpec.Place joined = from.with(channels, from);
        for (int i = spec.between(2, 3); i > 0; i--) {
            String branch = name + (char) ('a' + i);
            branch(branch, from, channels);
            joined = joined.with(channels, spec.place());
            addends.add(branch);
        }
        if (channels == from.channels()) {
            addends.add(last);
        }
        spec.goTo(joined);
        for (int i = 1; i < addends.size() - 1; i++) {
            spec.layer(name + "_part" + i);
        }
        join("Sum", name, addends, joined);
    }

    /** The maps before it, times one number for each channel. */
    private void product(String name) {
        RandomSpec.Place from = spec.place();
        spec.goTo(spec.place().pixel());
        spec.layer(name + "mean");
        spec.convolution(name + "gate", from.channels(), 1, 1, 0);
        stages.append("@GlobalAveragePool void %smean(); @Conv(channels = %d, kernel = 1) @Sigmoid void %sgate(); "
                .formatted(name, from.channels(), name));
        join("Product", name, List.of(last, name + "gate"), from);
    }

    private void join(String kind, String name, List<String> inputs, RandomSpec.Place joined) {
        spec.goTo(joined);
        spec.layer(name);
        stages.append("@%s({\"%s\"}) %svoid %s(); "
                .formatted(kind, String.join("\", \"", inputs), spec.coin() ? "@Relu " : "", name));
    }

    private void branch(String name, RandomSpec.Place from, int channels) {
        spec.goTo(from);
        stages.append("@From(\"").append(last).append("\") ");
        int kernel = 2 * spec.between(0, 2) + 1;
        convolution(name, channels, kernel, 1, kernel / 2);
    }

    private void convolution(String name, int channels, int kernel, int stride, int padding) {
        boolean isNormalized = spec.coin();
        spec.convolution(name, channels, kernel, stride, padding, !isNormalized);
        if (isNormalized) {
            spec.norm(name + "_norm");
        }
        stages.append("@Conv(channels = %d, kernel = %d, stride = %d, padding = %d, bias = %s) %svoid %s(); "
                .formatted(channels, kernel, stride, padding, !isNormalized, isNormalized ? "@BatchNorm " : "", name));
    }

    private void unit(String name) {
        int width = spec.between(2, 5);
        int channels = spec.coin() ? spec.place().channels() : spec.between(1, 6);
        int stride = spec.between(1, 2);
        boolean isNarrowed = spec.coin();
        int times = spec.between(1, 3);
        for (int i = 0; i < times; i++) {
            unit(name + "." + i + ".", width, channels, i == 0 ? stride : 1, isNarrowed);
        }
        stages.append("@Unit(width = %d, channels = %d, stride = %d, narrowed = %s, times = %d) void %s(); "
                .formatted(width, channels, stride, isNarrowed, times, name));
    }

    private void unit(String prefix, int width, int channels, int stride, boolean isNarrowed) {
        RandomSpec.Place from = spec.place();
        spec.convolution(prefix + "conv1", width, 1, 1, 0, false);
        spec.norm(prefix + "conv1_norm");
        spec.convolution(prefix + "conv2", 2 * width, 3, stride, 1, width, true);
        if (isNarrowed) {
            spec.convolution(prefix + "narrow", width / 2, 1, 1, 0);
        }
        spec.convolution(prefix + "conv3", channels, 1, 1, 0, false);
        spec.norm(prefix + "conv3_norm");
        RandomSpec.Place to = spec.place();
        boolean keepsShape = from.channels() == channels && from.height() == to.height() && from.width() == to.width();
        if (!keepsShape) {
            spec.goTo(from);
            spec.convolution(prefix + "shortcut", channels, 1, stride, 0);
        }
        spec.goTo(to.with(channels, from));
        spec.layer(prefix + "sum");
    }
}
