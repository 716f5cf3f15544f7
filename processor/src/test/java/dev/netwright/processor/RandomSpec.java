package dev.netwright.processor;

import dev.netwright.processor.SpecCompiler.Source;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A valid random spec as source, with sizes and sums computed as in the textbook: sizes by sliding the window, sums in
 * unbounded integers.
 */
final class RandomSpec implements RandomSource {
    private final Random random;
    private final List<String> layers = new ArrayList<>();
    private BigInteger parameters = BigInteger.ZERO;
    private BigInteger multiplyAdds = BigInteger.ZERO;
    private long receptiveField = 1;
    private long step = 1;
    private int channels;
    private int height;
    private int width;
    private boolean isVector;
    private boolean fits = true;
    private String annotation = "";
    private String stages = "";

    private RandomSpec(Random random) {
        this.random = random;
        channels = between(1, 4);
        height = random.nextInt(5) == 0 ? between(1, 4) : between(5, 70);
        width = random.nextInt(5) == 0 ? between(1, 4) : between(5, 70);
    }

    static RandomSpec vgg(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.makeVgg();
        return spec;
    }

    static RandomSpec leNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.makeLeNet();
        return spec;
    }

    static RandomSpec alexNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.makeAlexNet();
        return spec;
    }

    static RandomSpec nin(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.makeNin();
        return spec;
    }

    static RandomSpec resNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomBranches(spec).resNet();
        return spec;
    }

    static RandomSpec inception(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomBranches(spec).inception();
        return spec;
    }

    static RandomSpec denseNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomBranches(spec).denseNet();
        return spec;
    }

    static RandomSpec squeezeNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomBranches(spec).squeezeNet();
        return spec;
    }

    static RandomSpec inceptionV3(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomInceptionV3(spec).annotation();
        return spec;
    }

    static RandomSpec convNeXt(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomConvNeXt(spec).annotation();
        return spec;
    }

    static RandomSpec regNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomRegNet(spec).annotation();
        return spec;
    }

    static RandomSpec shuffleNetV2(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomShuffleNetV2(spec).annotation();
        return spec;
    }

    static RandomSpec mnasnet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomInvertedResiduals(spec, "Mnasnet").annotation();
        return spec;
    }

    static RandomSpec mobileNetV2(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomInvertedResiduals(spec, "MobileNetV2").annotation();
        return spec;
    }

    static RandomSpec freeBranches(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = "@Network(input = " + spec.input() + ")";
        spec.stages = new RandomFreeBranches(spec).stages();
        return spec;
    }

    static RandomSpec mobileNetV3(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomMobileNetV3(spec).annotation();
        return spec;
    }

    static RandomSpec efficientNet(Random random) {
        RandomSpec spec = new RandomSpec(random);
        spec.annotation = new RandomEfficientNet(spec).annotation();
        return spec;
    }

    /** What the next layer reads. */
    record Place(int channels, int height, int width, boolean isVector, long receptiveField, long step) {
        /** Changes the number of channels, and adds the receptive field. */
        Place with(int otherChannels, Place there) {
            long field = Math.max(receptiveField, there.receptiveField);
            return new Place(otherChannels, height, width, isVector, field, step);
        }

        /** One value for each channel, in place of the maps. */
        Place pixel() {
            return new Place(channels, 1, 1, false, receptiveField, step);
        }
    }

    Place place() {
        return new Place(channels, height, width, isVector, receptiveField, step);
    }

    void goTo(Place place) {
        channels = place.channels();
        height = place.height();
        width = place.width();
        isVector = place.isVector();
        receptiveField = place.receptiveField();
        step = place.step();
    }

    @Override
    public Source source(String interfaceName) {
        return Source.specWithStages(annotation, stages, interfaceName);
    }

    @Override
    public boolean fits() {
        return fits;
    }

    @Override
    public List<String> rows() {
        return layers;
    }

    @Override
    public List<String> constants() {
        return RandomSource.constants(parameters, multiplyAdds, receptiveField);
    }

    private void makeVgg() {
        String input = input();
        int ratio = between(1, 3);
        boolean isNormalized = random.nextInt(3) == 0;
        boolean hasBias = random.nextInt(4) != 0;
        StringBuilder blocks = new StringBuilder();
        int count = between(1, 5);
        for (int i = 1; i <= count; i++) {
            int convs = between(0, 3);
            int pointwise = between(convs == 0 ? 1 : 0, 2);
            int kernel = 2 * between(0, 3) + 1;
            int out = between(1, 12);
            boolean lrn = random.nextInt(4) == 0;
            blocks.append("@Vgg.Block(convs = %d, channels = %d, kernel = %d, pointwise = %d%s), "
                    .formatted(
                            convs, out * ratio, kernel, pointwise, lrn ? ", lrn = @LocalResponseNorm(size = 3)" : ""));
            for (int j = 1; j <= convs + pointwise; j++) {
                int side = j <= convs ? kernel : 1;
                String name = "conv" + i + "_" + j;
                convolution(name, out, side, 1, (side - 1) / 2, hasBias);
                norm(isNormalized, name);
            }
            if (lrn) {
                layer("norm" + i);
            }
            pool("pool" + i, 2, 2);
        }
        String classifier = classifier("Vgg", count + 1);
        String norm = isNormalized ? "@BatchNorm" : "";
        annotation = "@Vgg(input = %s, ratio = %d, norm = {%s}, convBias = %s, blocks = {%s}, %s, loss = Loss.%s)"
                .formatted(
                        input,
                        ratio,
                        norm,
                        hasBias,
                        blocks,
                        classifier,
                        random.nextBoolean() ? "CROSS_ENTROPY" : "SQUARED_ERROR");
    }

    private void makeAlexNet() {
        String input = input();
        StringBuilder layers = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            layers.append("conv%d = %s, ".formatted(i, randomConvolution("AlexNet.Conv", "conv" + i)));
            if (i <= 2 && random.nextBoolean()) {
                layers.append("lrn%d = @LocalResponseNorm(size = 3), ".formatted(i));
                layer("norm" + i);
            }
            if (i <= 2 || i == 5) {
                layers.append("pool%d = %s, ".formatted(i, randomPool("AlexNet.Pool", "pool" + i)));
            }
        }
        annotation = "@AlexNet(input = %s, %s%s)".formatted(input, layers, classifier("AlexNet", 6));
    }

    private void makeNin() {
        String input = input();
        int classes = between(2, 30);
        StringBuilder blocks = new StringBuilder();
        int count = between(1, 3);
        for (int i = 1; i <= count; i++) {
            String block = randomConvolution("Nin.Block", "mlpconv" + i + "_1");
            String pointwise = pointwise("mlpconv" + i);
            String pool = randomPool("Nin.Pool", "pool" + i);
            boolean drops = random.nextBoolean();
            if (drops) {
                layer("drop" + i);
            }
            blocks.append(block, 0, block.length() - 1)
                    .append(", %s, pool = %s, dropout = %s), ".formatted(pointwise, pool, drops ? "0.25" : "0"));
        }
        int number = count + 1;
        String last = randomConvolution("Nin.Last", "mlpconv" + number + "_1");
        String pointwise = pointwise("mlpconv" + number);
        convolution("mlpconv" + number + "_" + (pointwise.split("@", -1).length + 1), classes, 1, 1, 0);
        averages("pool" + number);
        annotation = "@Nin(input = %s, classes = %d, blocks = {%s}, last = %s, %s), reluOnClassMaps = %s)"
                .formatted(input, classes, blocks, last.replaceFirst("\\)$", ""), pointwise, random.nextBoolean());
    }

    /** The attribute of a block's 1x1 convolutions, one of which may inherit its channels from the block. */
    private String pointwise(String block) {
        int ofBlock = channels;
        StringBuilder layers = new StringBuilder();
        for (int i = between(0, 2); i > 0; i--) {
            int written = between(0, 8);
            layers.append("@Nin.Pointwise(channels = %d), ".formatted(written));
            String name = block + "_" + layers.toString().split("@", -1).length;
            convolution(name, written == 0 ? ofBlock : written, 1, 1, 0);
        }
        return "pointwise = {" + layers + "}";
    }

    /** The attributes of a fully connected end. */
    private String classifier(String family, int first) {
        String place = List.of("AFTER_ACTIVATION", "BEFORE_ACTIVATION", "BEFORE_LINEAR")
                .get(random.nextInt(3));
        StringBuilder hidden = new StringBuilder();
        int number = first;
        for (int i = between(0, 3); i > 0; i--) {
            int units = between(1, 300);
            boolean drops = random.nextBoolean();
            hidden.append("@%s.Hidden(units = %d, dropout = %s), ".formatted(family, units, drops ? "0.25" : "0"));
            boolean isBefore = place.equals("BEFORE_LINEAR");
            if (drops && isBefore) {
                layer("drop" + number);
            }
            linear("fc" + number, units);
            if (drops && !isBefore) {
                layer("drop" + number);
            }
            number++;
        }
        int classes = between(2, 30);
        linear("fc" + number, classes);
        return "classes = %d, hidden = {%s}, dropoutPlace = DropoutPlace.%s".formatted(classes, hidden, place);
    }

    private void makeLeNet() {
        String input = input();
        boolean isNormalized = random.nextBoolean();
        String c1 = randomConvolution("LeNet.Conv", "c1");
        norm(isNormalized, "c1");
        String s2 = randomPool("LeNet.Pool", "s2");
        String c3 = randomConvolution("LeNet.Conv", "c3");
        norm(isNormalized, "c3");
        String s4 = randomPool("LeNet.Pool", "s4");
        StringBuilder hidden = new StringBuilder();
        int number = 5;
        for (int i = between(0, 3); i > 0; i--) {
            int units = between(1, 300);
            hidden.append("@LeNet.Hidden(units = %d), ".formatted(units));
            String name = (number == 5 ? "c" : "f") + number;
            linear(name, units);
            norm(isNormalized, name);
            number++;
        }
        int classes = between(2, 30);
        linear("f" + number, classes);
        annotation = "@LeNet(input = %s, classes = %d, c1 = %s, s2 = %s, c3 = %s, s4 = %s, hidden = {%s}, norm = {%s})"
                .formatted(input, classes, c1, s2, c3, s4, hidden, isNormalized ? "@BatchNorm" : "");
    }

    private void norm(boolean isThere, String of) {
        if (isThere) {
            norm(of + "_norm");
        }
    }

    void norm(String name) {
        layer(name);
        parameters = parameters.add(BigInteger.valueOf(2L * channels));
        multiplyAdds = multiplyAdds.add(BigInteger.valueOf(2L * channels));
    }

    String input() {
        return "@Input(channels = %d, height = %d, width = %d)".formatted(channels, height, width);
    }

    private String randomConvolution(String type, String name) {
        int out = between(1, 12);
        int kernel = between(1, 7);
        int stride = between(1, type.equals("LeNet.Conv") ? 3 : 2);
        int padding = between(0, 3);
        convolution(name, out, kernel, stride, padding);
        return "@%s(channels = %d, kernel = %d, stride = %d, padding = %d)"
                .formatted(type, out, kernel, stride, padding);
    }

    private String randomPool(String type, String name) {
        int kernel = between(1, 3);
        int stride = between(1, 3);
        pool(name, kernel, stride);
        String kind = type.equals("LeNet.Pool") ? ", kind = Pooling." + (random.nextBoolean() ? "MAX" : "AVERAGE") : "";
        return "@%s(kernel = %d, stride = %d%s)".formatted(type, kernel, stride, kind);
    }

    void convolution(String name, int out, int kernel, int stride, int padding) {
        convolution(name, out, kernel, stride, padding, true);
    }

    void convolution(String name, int out, int kernel, int stride, int padding, boolean hasBias) {
        convolution(name, out, kernel, stride, padding, 1, hasBias);
    }

    void convolution(String name, int out, int kernel, int stride, int padding, int groups, boolean hasBias) {
        long weights = (long) out * (channels / groups) * kernel * kernel + (hasBias ? out : 0);
        slide(kernel, stride, padding, false);
        channels = out;
        layer(name);
        parameters = parameters.add(BigInteger.valueOf(weights));
        multiplyAdds =
                multiplyAdds.add(BigInteger.valueOf(weights).multiply(BigInteger.valueOf((long) height * width)));
    }

    /** A convolution of a single row or column that keeps the size, without bias. */
    void strip(String name, int out, int length, boolean isColumn) {
        long weights = (long) out * channels * length;
        receptiveField += isColumn ? (length - 1) * step : 0;
        channels = out;
        layer(name);
        parameters = parameters.add(BigInteger.valueOf(weights));
        multiplyAdds =
                multiplyAdds.add(BigInteger.valueOf(weights).multiply(BigInteger.valueOf((long) height * width)));
    }

    private void pool(String name, int kernel, int stride) {
        pool(name, kernel, stride, 0, false);
    }

    void pool(String name, int kernel, int stride, int padding, boolean isCeil) {
        slide(kernel, stride, padding, isCeil);
        layer(name);
    }

    private void slide(int kernel, int stride, int padding, boolean isCeil) {
        height = places(height, kernel, stride, padding, isCeil);
        width = places(width, kernel, stride, padding, isCeil);
        fits &= height > 0 && width > 0;
        receptiveField += (kernel - 1) * step;
        step *= stride;
    }

    /**
     * If sizes are rounded up, a partial window counts if it begins before the input's end and covers pixels that no
     * window before it covers.
     */
    private static int places(int size, int kernel, int stride, int padding, boolean isCeil) {
        int places = 0;
        int from = -padding;
        for (; from + kernel <= size + padding; from += stride) {
            places++;
        }
        boolean isAllSeen = from - stride + kernel == size + padding;
        return isCeil && places > 0 && !isAllSeen && from < size ? places + 1 : places;
    }

    /** Squeeze and excitation with so many channels between its convolutions. */
    void squeezeExcite(String name, int squeezed) {
        Place maps = place();
        goTo(new Place(channels, 1, 1, false, receptiveField, step));
        layer(name + "_avgpool");
        convolution(name + "_fc1", squeezed, 1, 1, 0);
        convolution(name + "_fc2", maps.channels(), 1, 1, 0);
        goTo(maps);
        layer(name + "_product");
    }

    void linear(String name, int units) {
        long weights = (long) channels * height * width * units + units;
        parameters = parameters.add(BigInteger.valueOf(weights));
        multiplyAdds = multiplyAdds.add(BigInteger.valueOf(weights));
        flatten();
        channels = units;
        layer(name);
    }

    private void flatten() {
        channels *= height * width;
        height = 1;
        width = 1;
        isVector = true;
    }

    /** The mean of each channel as a vector. */
    void averages(String name) {
        averages(name, "flatten");
    }

    /** The same with another name for the vector. */
    void averages(String name, String vector) {
        height = 1;
        width = 1;
        layer(name);
        flatten();
        layer(vector);
    }

    /** The same values without rows and columns. */
    void vector(String name) {
        flatten();
        layer(name);
    }

    /** A factor for each channel. */
    void factors(String name) {
        layer(name);
        parameters = parameters.add(BigInteger.valueOf(channels));
        multiplyAdds = multiplyAdds.add(BigInteger.valueOf(channels));
    }

    void layer(String name) {
        layers.add(name + " [N, " + channels + (isVector ? "]" : ", " + height + ", " + width + "]"));
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
