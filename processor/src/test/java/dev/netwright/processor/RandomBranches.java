package dev.netwright.processor;

import java.util.stream.IntStream;

/** Specs of networks with branches: each method follows its layers as it writes their annotation. */
final class RandomBranches {
    private final RandomSpec spec;

    RandomBranches(RandomSpec spec) {
        this.spec = spec;
    }

    /** The settings that a network's residual blocks share. */
    private record Residual(
            boolean isBottleneck,
            int expansion,
            int groups,
            int widthPerGroup,
            boolean isStrideFirst,
            boolean hasBias,
            boolean hasShortcutNorm,
            boolean isAveraged,
            boolean isPreActivated) {
        int width(int channels) {
            return isBottleneck ? groups * Math.max(1, channels * widthPerGroup / 64) : channels;
        }

        int out(int channels) {
            return isBottleneck ? channels * expansion : channels;
        }
    }

    String resNet() {
        String input = spec.input();
        boolean isWidened = spec.coin();
        Residual form = new Residual(
                spec.coin(),
                spec.between(1, 4),
                isWidened ? spec.between(1, 4) : 1,
                isWidened ? spec.between(1, 150) : 64,
                spec.coin(),
                spec.coin(),
                spec.coin(),
                spec.coin(),
                spec.coin());
        String stem = stem(form.hasBias());
        StringBuilder stages = new StringBuilder();
        int count = spec.between(1, 3);
        for (int i = 1; i <= count; i++) {
            int blocks = spec.between(1, 2);
            int channels = spec.between(1, 12);
            int stride = spec.between(1, 3);
            stages.append(
                    "@ResNet.Stage(blocks = %d, channels = %d, stride = %d), ".formatted(blocks, channels, stride));
            for (int j = 0; j < blocks; j++) {
                String name = "layer" + i + "." + j;
                int step = j == 0 ? stride : 1;
                if (form.isPreActivated()) {
                    preActivated(name, channels, step, i == 1 && j == 0, form);
                } else {
                    residual(name, channels, step, form);
                }
            }
        }
        if (form.isPreActivated()) {
            spec.norm("norm" + (count + 1));
        }
        int classes = end(count + 1);
        return ("@ResNet(input = %s, classes = %d, stem = %s, stages = {%s}, form = ResidualForm.%s, expansion = %d,"
                        + " groups = %d, widthPerGroup = %d, strideFirst = %s, convBias = %s, shortcutNorm = %s,"
                        + " averageShortcut = %s, preActivation = %s)")
                .formatted(
                        input,
                        classes,
                        stem,
                        stages,
                        form.isBottleneck() ? "BOTTLENECK" : "BASIC",
                        form.expansion(),
                        form.groups(),
                        form.widthPerGroup(),
                        form.isStrideFirst(),
                        form.hasBias(),
                        form.hasShortcutNorm(),
                        form.isAveraged(),
                        form.isPreActivated());
    }

    private void residual(String name, int channels, int stride, Residual form) {
        RandomSpec.Place from = spec.place();
        for (int i = 1; i <= (form.isBottleneck() ? 3 : 2); i++) {
            part(name, i, channels, stride, form);
            spec.norm(name + ".conv" + i + "_norm");
        }
        RandomSpec.Place residual = spec.place();
        if (stride != 1 || from.channels() != residual.channels()) {
            spec.goTo(from);
            shortcut(name + ".shortcut", residual.channels(), stride, form);
            norm(name + ".shortcut", form.hasShortcutNorm());
        }
        spec.goTo(residual.with(residual.channels(), from));
        spec.layer(name + ".sum");
    }

    private void preActivated(String name, int channels, int stride, boolean isFirst, Residual form) {
        RandomSpec.Place from = spec.place();
        for (int i = 1; i <= (form.isBottleneck() ? 3 : 2); i++) {
            if (i > 1 || !isFirst) {
                spec.norm(name + ".norm" + i);
            }
            part(name, i, channels, stride, form);
        }
        RandomSpec.Place residual = spec.place();
        if (stride != 1 || from.channels() != residual.channels()) {
            spec.goTo(from);
            shortcut(name + ".shortcut", residual.channels(), stride, form);
        }
        spec.goTo(residual.with(residual.channels(), from));
        spec.layer(name + ".sum");
    }

    private void shortcut(String name, int channels, int stride, Residual form) {
        boolean isAveraged = form.isAveraged() && stride != 1;
        if (isAveraged) {
            spec.pool(name + "_pool", stride, stride, 0, true);
        }
        spec.convolution(name, channels, 1, isAveraged ? 1 : stride, 0, form.hasBias());
    }

    /** The convolution of a block with that number. */
    private void part(String block, int number, int channels, int stride, Residual form) {
        String name = block + ".conv" + number;
        int width = form.width(channels);
        if (!form.isBottleneck()) {
            spec.convolution(name, channels, 3, number == 1 ? stride : 1, 1, form.hasBias());
        } else if (number == 1) {
            spec.convolution(name, width, 1, form.isStrideFirst() ? stride : 1, 0, form.hasBias());
        } else if (number == 2) {
            spec.convolution(name, width, 3, form.isStrideFirst() ? 1 : stride, 1, form.groups(), form.hasBias());
        } else {
            spec.convolution(name, form.out(channels), 1, 1, 0, form.hasBias());
        }
    }

    String denseNet() {
        String input = spec.input();
        boolean hasBias = spec.coin();
        int growth = spec.between(1, 8);
        int bottleneck = spec.between(0, 3);
        int tenths = spec.between(1, 9);
        String stem = stem(hasBias);
        StringBuilder blocks = new StringBuilder();
        int count = spec.between(1, 3);
        for (int i = 1; i <= count; i++) {
            int layers = spec.between(1, 3);
            blocks.append("@DenseNet.Block(layers = %d), ".formatted(layers));
            for (int j = 1; j <= layers; j++) {
                String name = "dense" + i + "_" + j;
                RandomSpec.Place from = spec.place();
                if (bottleneck > 0) {
                    spec.norm(name + "_norm1");
                    spec.convolution(name + "_conv1", bottleneck * growth, 1, 1, 0, hasBias);
                }
                int last = bottleneck > 0 ? 2 : 1;
                spec.norm(name + "_norm" + last);
                spec.convolution(name + "_conv" + last, growth, 3, 1, 1, hasBias);
                spec.goTo(spec.place().with(from.channels() + growth, from));
                spec.layer(name + "_join");
            }
            if (i < count) {
                spec.norm("transition" + i + "_norm1");
                int kept = Math.max(1, spec.place().channels() * tenths / 10);
                spec.convolution("transition" + i + "_conv1", kept, 1, 1, 0, hasBias);
                spec.pool("transition" + i + "_pool", 2, 2, 0, false);
            }
        }
        spec.norm("norm" + (count + 1));
        int classes = end(count + 1);
        return ("@DenseNet(input = %s, classes = %d, stem = %s, blocks = {%s}, growth = %d, bottleneck = %d,"
                        + " compression = 0.%d, convBias = %s)")
                .formatted(input, classes, stem, blocks, growth, bottleneck, tenths, hasBias);
    }

    String inception() {
        String input = spec.input();
        boolean isNormalized = spec.coin();
        int classes = spec.between(2, 30);
        int kernel5x5 = spec.coin() ? 5 : 2 * spec.between(0, 3) + 1;
        String stem = inceptionStem(isNormalized);
        StringBuilder stages = new StringBuilder();
        int count = spec.between(1, 2);
        int heads = 0;
        for (int i = 3; i < 3 + count; i++) {
            int last = spec.between(0, 1);
            stages.append("@Inception.Stage(modules = {");
            for (int j = 0; j <= last; j++) {
                stages.append(module("inception" + i + (char) ('a' + j), kernel5x5, isNormalized));
                if (spec.between(1, 4) == 1) {
                    heads++;
                    RandomSpec.Place joined = spec.place();
                    stages.append(", auxiliary = ").append(auxiliary("aux" + heads, classes, isNormalized));
                    spec.goTo(joined);
                }
                stages.append("), ");
            }
            stages.append("}, pool = {")
                    .append(spec.coin() ? inceptionPool("pool" + i) : "")
                    .append("}), ");
        }
        double dropout = spec.coin() ? 0.4 : 0;
        spec.averages("pool" + (3 + count));
        if (dropout > 0) {
            spec.layer("drop");
        }
        spec.linear("fc", classes);
        return ("@Inception(input = %s, classes = %d, stem = %s, stages = {%s}, kernel5x5 = %d, norm = {%s},"
                        + " dropout = %s)")
                .formatted(input, classes, stem, stages, kernel5x5, isNormalized ? "@BatchNorm" : "", dropout);
    }

    String squeezeNet() {
        String input = spec.input();
        int channels = spec.between(1, 12);
        int kernel = spec.between(1, 7);
        int stride = spec.between(1, 2);
        int padding = spec.between(0, 3);
        spec.convolution("conv1", channels, kernel, stride, padding);
        StringBuilder stages = new StringBuilder();
        int number = 1;
        for (int i = spec.between(1, 3); i > 0; i--) {
            spec.pool("pool" + number, 3, 2, 0, true);
            stages.append("@SqueezeNet.Stage(fires = {");
            for (int j = spec.between(1, 2); j > 0; j--) {
                number++;
                stages.append(fire("fire" + number)).append(", ");
            }
            stages.append("}), ");
        }
        double dropout = spec.coin() ? 0.5 : 0;
        if (dropout > 0) {
            spec.layer("drop" + number);
        }
        int classes = spec.between(2, 30);
        spec.convolution("conv" + (number + 1), classes, 1, 1, 0);
        spec.averages("pool" + (number + 1));
        return ("@SqueezeNet(input = %s, classes = %d, conv1 = @SqueezeNet.Conv(channels = %d, kernel = %d, stride = %d,"
                        + " padding = %d), stages = {%s}, dropout = %s, reluOnClassMaps = %s)")
                .formatted(input, classes, channels, kernel, stride, padding, stages, dropout, spec.coin());
    }

    private String fire(String name) {
        int squeeze = spec.between(1, 8);
        int narrow = spec.between(1, 8);
        int wide = spec.between(1, 8);
        spec.convolution(name + "_squeeze", squeeze, 1, 1, 0);
        RandomSpec.Place squeezed = spec.place();
        spec.convolution(name + "_expand1x1", narrow, 1, 1, 0);
        spec.goTo(squeezed);
        spec.convolution(name + "_expand3x3", wide, 3, 1, 1);
        spec.goTo(spec.place().with(narrow + wide, squeezed));
        spec.layer(name + "_join");
        return "@SqueezeNet.Fire(squeeze = %d, expand1x1 = %d, expand3x3 = %d)".formatted(squeeze, narrow, wide);
    }

    private String inceptionStem(boolean isNormalized) {
        int channels = spec.between(1, 12);
        int kernel = spec.between(1, 7);
        int stride = spec.between(1, 2);
        int padding = spec.between(0, 3);
        spec.convolution("conv1", channels, kernel, stride, padding, !isNormalized);
        norm("conv1", isNormalized);
        String pool1 = inceptionPool("pool1");
        int reduce = spec.between(1, 12);
        int wide = spec.between(1, 12);
        inceptionConvolution("conv2_reduce", reduce, 1, isNormalized);
        inceptionConvolution("conv2", wide, 3, isNormalized);
        String pool2 = inceptionPool("pool2");
        return ("@Inception.Stem(channels = %d, kernel = %d, stride = %d, padding = %d, pool1 = %s, reduce3x3 = %d,"
                        + " c3x3 = %d, pool2 = %s)")
                .formatted(channels, kernel, stride, padding, pool1, reduce, wide, pool2);
    }

    /** A module's annotation without its end. */
    private String module(String name, int kernel5x5, boolean isNormalized) {
        RandomSpec.Place from = spec.place();
        int[] widths = IntStream.range(0, 6).map(i -> spec.between(1, 8)).toArray();
        inceptionConvolution(name + "_1x1", widths[0], 1, isNormalized);
        spec.goTo(from);
        inceptionConvolution(name + "_reduce3x3", widths[1], 1, isNormalized);
        inceptionConvolution(name + "_3x3", widths[2], 3, isNormalized);
        RandomSpec.Place of3x3 = spec.place();
        spec.goTo(from);
        inceptionConvolution(name + "_reduce5x5", widths[3], 1, isNormalized);
        inceptionConvolution(name + "_5x5", widths[4], kernel5x5, isNormalized);
        RandomSpec.Place widest = spec.place();
        spec.goTo(from);
        spec.pool(name + "_pool", 3, 1, 1, false);
        inceptionConvolution(name + "_pool_project", widths[5], 1, isNormalized);
        spec.goTo(widest.with(widest.channels(), of3x3).with(widths[0] + widths[2] + widths[4] + widths[5], from));
        spec.layer(name + "_join");
        return "@Inception.Module(c1x1 = %d, reduce3x3 = %d, c3x3 = %d, reduce5x5 = %d, c5x5 = %d, pool = %d"
                .formatted(widths[0], widths[1], widths[2], widths[3], widths[4], widths[5]);
    }

    private String auxiliary(String name, int classes, boolean isNormalized) {
        int kernel = spec.between(1, 3);
        int stride = spec.between(1, 3);
        int channels = spec.between(1, 12);
        int units = spec.between(1, 40);
        double dropout = spec.coin() ? 0.7 : 0;
        spec.pool(name + "_pool", kernel, stride, 0, false);
        inceptionConvolution(name + "_conv", channels, 1, isNormalized);
        spec.linear(name + "_fc1", units);
        if (dropout > 0) {
            spec.layer(name + "_drop");
        }
        spec.linear(name + "_fc2", classes);
        return "@Inception.Auxiliary(kernel = %d, stride = %d, channels = %d, units = %d, dropout = %s)"
                .formatted(kernel, stride, channels, units, dropout);
    }

    private String inceptionPool(String name) {
        int kernel = spec.between(1, 3);
        int stride = spec.between(1, 3);
        int padding = spec.between(0, kernel / 2);
        boolean isCeil = spec.coin();
        spec.pool(name, kernel, stride, padding, isCeil);
        return "@Inception.Pool(kernel = %d, stride = %d, padding = %d, ceil = %s)"
                .formatted(kernel, stride, padding, isCeil);
    }

    private void inceptionConvolution(String name, int channels, int kernel, boolean isNormalized) {
        spec.convolution(name, channels, kernel, 1, kernel / 2, !isNormalized);
        norm(name, isNormalized);
    }

    private void norm(String of, boolean isThere) {
        if (isThere) {
            spec.norm(of + "_norm");
        }
    }

    private String stem(boolean hasBias) {
        int channels = spec.between(1, 12);
        int kernel = spec.between(1, 7);
        int stride = spec.between(1, 2);
        int padding = spec.between(0, 3);
        boolean isDeep = spec.between(1, 3) == 1;
        if (isDeep) {
            int half = Math.max(1, channels / 2);
            stemConvolution("conv1_1", half, 3, stride, 1, hasBias);
            stemConvolution("conv1_2", half, 3, 1, 1, hasBias);
            stemConvolution("conv1_3", channels, 3, 1, 1, hasBias);
        } else {
            stemConvolution("conv1", channels, kernel, stride, padding, hasBias);
        }
        String pool = "";
        if (spec.coin()) {
            int window = spec.between(1, 3);
            int step = spec.between(1, 2);
            int margin = spec.between(0, window / 2);
            spec.pool("pool1", window, step, margin, false);
            pool = "@Stem.Pool(kernel = %d, stride = %d, padding = %d)".formatted(window, step, margin);
        }
        return "@Stem(channels = %d, kernel = %d, stride = %d, padding = %d, deep = %s, pool = {%s})"
                .formatted(channels, kernel, stride, padding, isDeep, pool);
    }

    private void stemConvolution(String name, int channels, int kernel, int stride, int padding, boolean hasBias) {
        spec.convolution(name, channels, kernel, stride, padding, hasBias);
        spec.norm(name + "_norm");
    }

    /** The number of classes. */
    private int end(int number) {
        spec.averages("pool" + number);
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return classes;
    }
}
