package dev.netwright.processor;

import java.util.ArrayList;
import java.util.List;

/** A random spec of Inception-v3, whose modules have rows and columns of 3 or 7 pixels as kernels. */
final class RandomInceptionV3 {
    private final RandomSpec spec;
    private final int divisor;
    private final List<RandomSpec.Place> ends = new ArrayList<>();

    RandomInceptionV3(RandomSpec spec) {
        this.spec = spec;
        divisor = 1 << spec.between(2, 5);
    }

    String annotation() {
        boolean hasHead = spec.between(1, 8) == 1;
        int least = hasHead ? 298 : 70;
        RandomSpec.Place images = spec.place();
        spec.goTo(new RandomSpec.Place(
                images.channels(), least + spec.between(0, 40), least + spec.between(0, 40), false, 1, 1));
        String input = spec.input();
        int classes = spec.between(2, 30);
        stem();
        StringBuilder modulesA = new StringBuilder();
        StringBuilder modulesC = new StringBuilder();
        char letter = 'b';
        for (int i = spec.between(1, 2); i > 0; i--) {
            int pool = spec.between(1, 64);
            modulesA.append("@InceptionV3.A(pool = %d), ".formatted(pool));
            moduleA("mixed5" + letter, pool);
            letter++;
        }
        moduleB("mixed6a");
        letter = 'b';
        for (int i = spec.between(1, 2); i > 0; i--) {
            int channels = spec.between(1, 200);
            modulesC.append("@InceptionV3.C(channels = %d), ".formatted(channels));
            moduleC("mixed6" + letter, channels);
            letter++;
        }
        if (hasHead) {
            RandomSpec.Place joined = spec.place();
            head(classes);
            spec.goTo(joined);
        }
        moduleD("mixed7a");
        int modulesE = spec.between(1, 2);
        for (int i = 0; i < modulesE; i++) {
            moduleE("mixed7" + (char) ('b' + i));
        }
        double dropout = spec.coin() ? 0.5 : 0;
        spec.averages("pool3");
        if (dropout > 0) {
            spec.layer("drop");
        }
        spec.linear("fc", classes);
        return ("@InceptionV3(input = %s, classes = %d, width = %s, a = {%s}, c = {%s}, e = %d, auxiliary = {%s},"
                        + " dropout = %s)")
                .formatted(
                        input,
                        classes,
                        1.0 / divisor,
                        modulesA,
                        modulesC,
                        modulesE,
                        hasHead ? "@InceptionV3.Auxiliary" : "",
                        dropout);
    }

    private void stem() {
        convolution("conv1a", 32, 3, 2, 0);
        convolution("conv2a", 32, 3, 1, 0);
        convolution("conv2b", 64, 3, 1, 1);
        spec.pool("pool1", 3, 2, 0, false);
        convolution("conv3b", 80, 1, 1, 0);
        convolution("conv4a", 192, 3, 1, 0);
        spec.pool("pool2", 3, 2, 0, false);
    }

    private void head(int classes) {
        spec.pool("aux1_pool", 5, 3, 0, false);
        convolution("aux1_conv0", 128, 1, 1, 0);
        convolution("aux1_conv1", 768, 5, 1, 0);
        spec.averages("aux1_pool1", "aux1_flatten");
        spec.linear("aux1_fc", classes);
    }

    private void moduleA(String name, int pool) {
        RandomSpec.Place input = spec.place();
        convolution(name + "_1x1", 64, 1, 1, 0);
        end(input);
        convolution(name + "_5x5_1", 48, 1, 1, 0);
        convolution(name + "_5x5_2", 64, 5, 1, 2);
        end(input);
        convolution(name + "_3x3dbl_1", 64, 1, 1, 0);
        convolution(name + "_3x3dbl_2", 96, 3, 1, 1);
        convolution(name + "_3x3dbl_3", 96, 3, 1, 1);
        end(input);
        average(name, pool, input);
        join(name);
    }

    private void moduleB(String name) {
        RandomSpec.Place input = spec.place();
        convolution(name + "_3x3", 384, 3, 2, 0);
        end(input);
        convolution(name + "_3x3dbl_1", 64, 1, 1, 0);
        convolution(name + "_3x3dbl_2", 96, 3, 1, 1);
        convolution(name + "_3x3dbl_3", 96, 3, 2, 0);
        end(input);
        spec.pool(name + "_pool", 3, 2, 0, false);
        end(input);
        join(name);
    }

    private void moduleC(String name, int channels) {
        RandomSpec.Place input = spec.place();
        convolution(name + "_1x1", 192, 1, 1, 0);
        end(input);
        convolution(name + "_7x7_1", channels, 1, 1, 0);
        strip(name + "_7x7_2", channels, 7, false);
        strip(name + "_7x7_3", 192, 7, true);
        end(input);
        convolution(name + "_7x7dbl_1", channels, 1, 1, 0);
        strip(name + "_7x7dbl_2", channels, 7, true);
        strip(name + "_7x7dbl_3", channels, 7, false);
        strip(name + "_7x7dbl_4", channels, 7, true);
        strip(name + "_7x7dbl_5", 192, 7, false);
        end(input);
        average(name, 192, input);
        join(name);
    }

    private void moduleD(String name) {
        RandomSpec.Place input = spec.place();
        convolution(name + "_3x3_1", 192, 1, 1, 0);
        convolution(name + "_3x3_2", 320, 3, 2, 0);
        end(input);
        convolution(name + "_7x7x3_1", 192, 1, 1, 0);
        strip(name + "_7x7x3_2", 192, 7, false);
        strip(name + "_7x7x3_3", 192, 7, true);
        convolution(name + "_7x7x3_4", 192, 3, 2, 0);
        end(input);
        spec.pool(name + "_pool", 3, 2, 0, false);
        end(input);
        join(name);
    }

    private void moduleE(String name) {
        RandomSpec.Place input = spec.place();
        convolution(name + "_1x1", 320, 1, 1, 0);
        end(input);
        convolution(name + "_3x3_1", 384, 1, 1, 0);
        split(name + "_3x3_2", input);
        convolution(name + "_3x3dbl_1", 448, 1, 1, 0);
        convolution(name + "_3x3dbl_2", 384, 3, 1, 1);
        split(name + "_3x3dbl_3", input);
        average(name, 192, input);
        join(name);
    }

    private void split(String name, RandomSpec.Place input) {
        RandomSpec.Place split = spec.place();
        strip(name + "a", 384, 3, false);
        end(split);
        strip(name + "b", 384, 3, true);
        end(input);
    }

    private void average(String name, int channels, RandomSpec.Place input) {
        spec.pool(name + "_pool", 3, 1, 1, false);
        convolution(name + "_pool_project", channels, 1, 1, 0);
        end(input);
    }

    private void end(RandomSpec.Place next) {
        ends.add(spec.place());
        spec.goTo(next);
    }

    private void join(String name) {
        int channels = ends.stream().mapToInt(RandomSpec.Place::channels).sum();
        RandomSpec.Place joined = ends.get(0);
        for (RandomSpec.Place end : ends) {
            joined = joined.with(channels, end);
        }
        ends.clear();
        spec.goTo(joined);
        spec.layer(name + "_join");
    }

    private void convolution(String name, int channels, int kernel, int stride, int padding) {
        spec.convolution(name, width(channels), kernel, stride, padding, false);
        spec.norm(name + "_norm");
    }

    private void strip(String name, int channels, int length, boolean isColumn) {
        spec.strip(name, width(channels), length, isColumn);
        spec.norm(name + "_norm");
    }

    private int width(int channels) {
        return Math.max(1, channels / divisor);
    }
}
