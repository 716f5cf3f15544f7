package dev.netwright.processor;

import dev.netwright.processor.SpecCompiler.Source;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A valid random {@code @Network} as source, with sizes and sums computed as in the textbook: sizes by sliding the
 * window, sums in unbounded integers. Its stages have the worst names that Java allows.
 */
final class RandomNetwork implements RandomSource {
    private static final List<String> OF_CLASSES = List.of(
            "",
            "",
            ", loss = Loss.FOCAL",
            ", loss = Loss.FOCAL, focalGamma = 0.5",
            ", loss = Loss.SIGMOID_CROSS_ENTROPY");
    private static final List<String> OF_VALUES = List.of(
            ", loss = Loss.SQUARED_ERROR", ", loss = Loss.MEAN_SQUARED_ERROR", ", loss = Loss.HUBER, huberDelta = 2.5");

    private static final List<String> NAMES = List.of(
            "input",
            "input_",
            "input__",
            "binding",
            "yield",
            "record",
            "forward",
            "backward",
            "a",
            "aOutput",
            "aOutput_",
            "aOutputOutput",
            "Pool",
            "linear",
            "String",
            "Override",
            "kernels",
            "shape",
            "slot",
            "x$y",
            "größe",
            "TYPE",
            "main",
            "hashCode1",
            "trainingStep",
            "inferencePass",
            "imagesOutput",
            "window",
            "state",
            "dropout",
            "concat",
            "_b");

    private static final List<String> ACTIVATIONS = List.of(
            "@Relu",
            "@Relu6",
            "@LeakyRelu",
            "@LeakyRelu(slope = 0.2)",
            "@Elu",
            "@Elu(alpha = 0.5)",
            "@Gelu",
            "@Gelu(approximate = GeluApproximation.TANH)",
            "@Silu",
            "@HardSwish",
            "@Mish",
            "@Sigmoid",
            "@HardSigmoid",
            "@Tanh");

    private final Random random;
    private final List<String> names = new ArrayList<>(NAMES);
    private final List<String> rows = new ArrayList<>();
    private final StringBuilder stages = new StringBuilder();
    private final int[] field = {1, 1};
    private final int[] step = {1, 1};
    private final boolean isClassifier;
    private final String loss;
    private final String input;
    private BigInteger parameters = BigInteger.ZERO;
    private BigInteger multiplyAdds = BigInteger.ZERO;
    private int channels;
    private int height;
    private int width;
    private boolean isVector;
    private boolean fits = true;

    RandomNetwork(Random random) {
        this.random = random;
        Collections.shuffle(names, random);
        channels = between(1, 4);
        height = between(4, 40);
        width = between(4, 40);
        input = "@Input(channels = %d, height = %d, width = %d)".formatted(channels, height, width);
        isClassifier = random.nextInt(4) > 0;
        List<String> losses = isClassifier ? OF_CLASSES : OF_VALUES;
        loss = losses.get(random.nextInt(losses.size()));
        for (int i = between(0, 6); i > 0; i--) {
            stage(imageLayer(name()));
        }
        end();
    }

    @Override
    public Source source(String interfaceName) {
        String annotation = "@Network(input = " + input + loss + ")";
        return Source.specWithStages(annotation, stages.toString(), interfaceName);
    }

    @Override
    public boolean fits() {
        return fits;
    }

    @Override
    public List<String> rows() {
        return rows;
    }

    @Override
    public List<String> constants() {
        return RandomSource.constants(parameters, multiplyAdds, Math.max(field[0], field[1]));
    }

    private String name() {
        return names.remove(0);
    }

    /** A main layer's annotation and its stage's name. */
    private record Main(String annotation, String name) {}

    /** Writes a stage of a main layer and random others, in random order. */
    private void stage(Main main) {
        List<String> annotations = new ArrayList<>();
        boolean isAlone = main.annotation().isEmpty();
        if (!isAlone) {
            annotations.add(main.annotation());
        }
        if (random.nextInt(3) == 0) {
            annotations.add(norm());
            weights(2L * channels, 1);
            row(annotations.size() == 1 ? main.name() : main.name() + "_norm");
        }
        if (random.nextBoolean() || (isAlone && annotations.isEmpty())) {
            annotations.add(ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())));
        }
        if (random.nextInt(4) == 0) {
            annotations.add(random.nextBoolean() ? "@Dropout(rate = 0.25)" : "@StochasticDepth(rate = 0.25)");
            row(main.name() + "_drop");
        }
        Collections.shuffle(annotations, random);
        stages.append(String.join(" ", annotations))
                .append(" void ")
                .append(main.name())
                .append("(); ");
    }

    /** Each has two values for every channel. */
    private String norm() {
        return switch (random.nextInt(4)) {
            case 0 -> "@LayerNorm";
            case 1 -> "@GroupNorm(groups = %d)".formatted(channels / partOfChannels());
            default -> "@BatchNorm";
        };
    }

    /** A number that divides the channels. */
    private int partOfChannels() {
        int part = channels;
        while (part > 1 && (channels % part != 0 || random.nextBoolean())) {
            part--;
        }
        return part;
    }

    private Main imageLayer(String name) {
        return new Main(
                switch (random.nextInt(15)) {
                    case 0 -> pool(name, "@MaxPool");
                    case 1 -> pool(name, "@AveragePool");
                    case 2 -> localResponseNorm(name);
                    case 3 -> residualBlock(name);
                    case 4 -> inceptionBlock(name);
                    case 5 -> denseBlock(name);
                    case 6 -> channelShuffle(name);
                    case 7 -> "";
                    case 8 -> channelSplit(name);
                    case 9 -> squeezeExcite(name);
                    case 10 -> layerScale(name);
                    case 11 -> adaptivePool(name);
                    case 12 -> upsample(name);
                    case 13 -> transposedConvolution(name);
                    default -> convolution(name);
                },
                name);
    }

    private void end() {
        String name = name();
        switch (random.nextInt(4)) {
            case 0 -> {
                stage(new Main(convolution(name), name));
                name = name();
                height = 1;
                width = 1;
                row(name);
                stages.append(random.nextBoolean() ? "@GlobalAveragePool" : "@GlobalMaxPool")
                        .append(" void ")
                        .append(name)
                        .append("(); ");
                flattening(isClassifier, name + "_flat");
            }
            case 1 -> {
                stage(new Main(convolution(name), name));
                name = name();
                flattening(true, name);
                stages.append("@Flatten void ").append(name).append("(); ");
            }
            case 2 -> {
                stage(new Main(linear(name), name));
                name = name();
                stages.append(linear(name)).append(" void ").append(name).append("(); ");
            }
            default -> stages.append(linear(name)).append(" void ").append(name).append("(); ");
        }
    }

    private void flattening(boolean isThere, String name) {
        if (isThere) {
            channels *= height * width;
            height = 1;
            width = 1;
            isVector = true;
            row(name);
        }
    }

    private String convolution(String name) {
        int groups = random.nextInt(3) == 0 ? channels : 1;
        int out = groups * between(groups == 1 ? 2 : 1, 8);
        int[] kernel = {between(1, 5), between(1, 5)};
        int[] stride = {between(1, 2), between(1, 3)};
        int[] padding = {between(0, 2), between(0, 2)};
        int[] dilation = {between(1, 2), between(1, 2)};
        boolean bias = random.nextBoolean();
        long weights = (long) out * (channels / groups) * kernel[0] * kernel[1] + (bias ? out : 0);
        slide(kernel, stride, padding, dilation, false);
        channels = out;
        weights(weights, (long) height * width);
        row(name);
        return "@Conv(channels = %d, kernel = %s, stride = %s, padding = %s, dilation = %s, groups = %d, bias = %s)"
                .formatted(out, sides(kernel), sides(stride), sides(padding), sides(dilation), groups, bias);
    }

    private String pool(String name, String annotation) {
        int[] kernel = {between(1, 4), between(1, 4)};
        int[] padding = {between(0, kernel[0] / 2), between(0, kernel[1] / 2)};
        boolean hasStride = random.nextBoolean();
        int[] stride = hasStride ? new int[] {between(1, 4), between(1, 4)} : kernel;
        boolean ceil = random.nextBoolean();
        slide(kernel, stride, padding, new int[] {1, 1}, ceil);
        row(name);
        boolean isMean = annotation.equals("@AveragePool");
        return "%s(kernel = %s, padding = %s, ceil = %s%s%s)"
                .formatted(
                        annotation,
                        sides(kernel),
                        sides(padding),
                        ceil,
                        isMean ? ", countPadding = " + random.nextBoolean() : "",
                        hasStride ? ", stride = " + sides(stride) : "");
    }

    private String upsample(String name) {
        boolean isLinear = random.nextBoolean();
        int[] before = {height, width};
        boolean hasFactor = random.nextBoolean();
        int[] factor = {between(1, 3), between(1, 2)};
        height = hasFactor ? height * factor[0] : between(1, 30);
        width = hasFactor ? width * factor[1] : between(1, 30);
        resize(before, new int[] {
            isLinear && height != before[0] ? 2 : 1, isLinear && width != before[1] ? 2 : 1,
        });
        row(name);
        String size = hasFactor ? "factor = " + sides(factor) : "height = %d, width = %d".formatted(height, width);
        return "@Upsample(%s%s)"
                .formatted(
                        size,
                        isLinear ? ", mode = Interpolation.BILINEAR, alignCorners = " + random.nextBoolean() : "");
    }

    /** A value reads so many neighbouring rows and columns of an image that had another size. */
    private void resize(int[] before, int[] read) {
        int[] after = {height, width};
        for (int i = 0; i < 2; i++) {
            field[i] += (read[i] - 1) * step[i];
            step[i] = Math.max(1, (int) Math.ceil((double) step[i] * before[i] / after[i]));
        }
    }

    private String transposedConvolution(String name) {
        int groups = random.nextInt(3) == 0 ? channels : 1;
        int out = groups * between(1, 5);
        int[] kernel = {between(1, 4), between(1, 4)};
        int[] stride = {between(1, 3), between(1, 2)};
        int[] more = {between(0, stride[0] - 1), between(0, stride[1] - 1)};
        boolean bias = random.nextBoolean();
        long weights = (long) channels * (out / groups) * kernel[0] * kernel[1] + (bias ? out : 0);
        int[] sides = {height, width};
        for (int i = 0; i < 2; i++) {
            sides[i] = (sides[i] - 1) * stride[i] + kernel[i] + more[i];
            field[i] += ((kernel[i] + stride[i] - 1) / stride[i] - 1) * step[i];
            step[i] = (step[i] + stride[i] - 1) / stride[i];
        }
        height = sides[0];
        width = sides[1];
        channels = out;
        weights(weights, (long) height * width);
        row(name);
        return "@TransposedConv(channels = %d, kernel = %s, stride = %s, outputPadding = %s, groups = %d, bias = %s)"
                .formatted(out, sides(kernel), sides(stride), sides(more), groups, bias);
    }

    private String adaptivePool(String name) {
        height = between(1, 12);
        width = between(1, 12);
        row(name);
        return "@AdaptiveAveragePool(rows = %d, columns = %d)".formatted(height, width);
    }

    private String localResponseNorm(String name) {
        row(name);
        return "@LocalResponseNorm(size = 3)";
    }

    private String layerScale(String name) {
        weights(channels, 1);
        row(name);
        return "@LayerScale";
    }

    private String channelShuffle(String name) {
        row(name);
        return "@ChannelShuffle(groups = %d)".formatted(channels / partOfChannels());
    }

    private String channelSplit(String name) {
        int parts = 1;
        for (int i = between(1, 4); i > 1; i--) {
            parts = channels % i == 0 ? i : parts;
        }
        channels /= parts;
        row(name);
        return "@ChannelSplit(parts = %d, part = %d)".formatted(parts, random.nextInt(parts));
    }

    private String squeezeExcite(String name) {
        int in = channels;
        int squeezed = between(1, 5);
        int[] before = {height, width};
        height = 1;
        width = 1;
        row(name + "_avgpool");
        normalized(name + "_fc1", squeezed, 1, 1, true, false);
        normalized(name + "_fc2", in, 1, 1, true, false);
        height = before[0];
        width = before[1];
        row(name + "_product");
        return "@SqueezeExcite(width = %d, activation = SqueezeExcite.Activation.%s, gate = SqueezeExcite.Gate.%s)"
                .formatted(
                        squeezed,
                        random.nextBoolean() ? "RELU" : "SILU",
                        random.nextBoolean() ? "SIGMOID" : "HARD_SIGMOID");
    }

    private String residualBlock(String name) {
        int width3x3 = between(1, 6);
        int stride = between(1, 2);
        boolean bias = random.nextBoolean();
        boolean bottleneck = random.nextBoolean();
        boolean first = random.nextBoolean();
        boolean shortcutNorm = random.nextBoolean();
        int in = channels;
        int out = bottleneck ? 3 * width3x3 : width3x3;
        int[] before = {height, width};
        if (bottleneck) {
            normalized(name + "_conv1", width3x3, 1, first ? stride : 1, bias, true);
            normalized(name + "_conv2", width3x3, 3, first ? 1 : stride, bias, true);
            normalized(name + "_conv3", out, 1, 1, bias, true);
        } else {
            normalized(name + "_conv1", out, 3, stride, bias, true);
            normalized(name + "_conv2", out, 3, 1, bias, true);
        }
        if (stride > 1 || in != out) {
            int[] seen = {field[0], field[1], step[0], step[1]};
            channels = in;
            height = before[0];
            width = before[1];
            normalized(name + "_shortcut", out, 1, stride, bias, shortcutNorm);
            field[0] = seen[0];
            field[1] = seen[1];
            step[0] = seen[2];
            step[1] = seen[3];
        }
        row(name + "_sum");
        return ("@ResidualBlock(channels = %d, stride = %d, convBias = %s, form = ResidualForm.%s, expansion = 3,"
                        + " strideFirst = %s, shortcutNorm = %s)")
                .formatted(width3x3, stride, bias, bottleneck ? "BOTTLENECK" : "BASIC", first, shortcutNorm);
    }

    private String inceptionBlock(String name) {
        int[] widths = random.ints(6, 1, 5).toArray();
        boolean norm = random.nextBoolean();
        int in = channels;
        normalized(name + "_1x1", widths[0], 1, 1, !norm, norm);
        branch(name + "_reduce3x3", in, widths[1], 1, norm);
        branch(name + "_3x3", widths[1], widths[2], 3, norm);
        forget(2);
        branch(name + "_reduce5x5", in, widths[3], 1, norm);
        branch(name + "_5x5", widths[3], widths[4], 5, norm);
        channels = in;
        row(name + "_pool");
        branch(name + "_pool_project", in, widths[5], 1, norm);
        channels = widths[0] + widths[2] + widths[4] + widths[5];
        row(name + "_join");
        return "@InceptionBlock(c1x1 = %d, reduce3x3 = %d, c3x3 = %d, reduce5x5 = %d, c5x5 = %d, pool = %d, norm = {%s})"
                .formatted(widths[0], widths[1], widths[2], widths[3], widths[4], widths[5], norm ? "@BatchNorm" : "");
    }

    /** Resets the receptive field after a branch: the next branch starts from the same place, and sees more. */
    private void forget(int pixels) {
        field[0] -= pixels * step[0];
        field[1] -= pixels * step[1];
    }

    private void branch(String name, int in, int out, int kernel, boolean norm) {
        channels = in;
        normalized(name, out, kernel, 1, !norm, norm);
    }

    private String denseBlock(String name) {
        int count = between(1, 3);
        int growth = between(1, 4);
        int bottleneck = between(0, 2);
        boolean bias = random.nextBoolean();
        for (int i = 1; i <= count; i++) {
            String layer = name + "_" + i;
            int in = channels;
            norm(layer + "_norm1");
            if (bottleneck > 0) {
                normalized(layer + "_conv1", bottleneck * growth, 1, 1, bias, false);
                norm(layer + "_norm2");
            }
            normalized(layer + "_conv" + (bottleneck > 0 ? 2 : 1), growth, 3, 1, bias, false);
            channels = in + growth;
            row(layer + "_join");
        }
        return "@DenseBlock(layers = %d, growth = %d, bottleneck = %d, convBias = %s)"
                .formatted(count, growth, bottleneck, bias);
    }

    /** A square convolution that keeps the size except for its stride, and its norm. */
    private void normalized(String name, int out, int kernel, int stride, boolean bias, boolean norm) {
        long weights = (long) out * channels * kernel * kernel + (bias ? out : 0);
        int half = kernel / 2;
        slide(new int[] {kernel, kernel}, new int[] {stride, stride}, new int[] {half, half}, new int[] {1, 1}, false);
        channels = out;
        weights(weights, (long) height * width);
        row(name);
        if (norm) {
            norm(name + "_norm");
        }
    }

    private void norm(String name) {
        weights(2L * channels, 1);
        row(name);
    }

    private String linear(String name) {
        int units = between(2, 30);
        boolean bias = random.nextBoolean();
        long weights = (long) channels * height * width * units + (bias ? units : 0);
        weights(weights, 1);
        channels = units;
        height = 1;
        width = 1;
        isVector = true;
        row(name);
        return "@Linear(units = %d, bias = %s)".formatted(units, bias);
    }

    private void slide(int[] kernel, int[] stride, int[] padding, int[] dilation, boolean ceil) {
        height = places(height, (kernel[0] - 1) * dilation[0] + 1, stride[0], padding[0], ceil);
        width = places(width, (kernel[1] - 1) * dilation[1] + 1, stride[1], padding[1], ceil);
        fits &= height > 0 && width > 0;
        for (int i = 0; i < 2; i++) {
            field[i] += (kernel[i] - 1) * dilation[i] * step[i];
            step[i] *= stride[i];
        }
    }

    /** If sizes are rounded up, a partial last window counts if it starts inside the image or the padding before it. */
    private static int places(int size, int span, int stride, int padding, boolean ceil) {
        int places = 0;
        int from = -padding;
        while (from + span <= size + padding) {
            places++;
            from += stride;
        }
        boolean isRest = places > 0 && from - stride + span < size + padding;
        return ceil && isRest && from < size ? places + 1 : places;
    }

    private void weights(long count, long pixels) {
        parameters = parameters.add(BigInteger.valueOf(count));
        multiplyAdds = multiplyAdds.add(BigInteger.valueOf(count).multiply(BigInteger.valueOf(pixels)));
    }

    private void row(String name) {
        rows.add(name + " [N, " + channels + (isVector ? "]" : ", " + height + ", " + width + "]"));
    }

    /** Sometimes {@code 3} for equal sides, {@code {3, 5}} otherwise. */
    private String sides(int[] sides) {
        return sides[0] == sides[1] && random.nextBoolean() ? "" + sides[0] : "{" + sides[0] + ", " + sides[1] + "}";
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
