package dev.netwright.processor;

/** A random spec of {@code @RegNet}, whose layers are followed as its annotation is written. */
final class RandomRegNet {
    private final RandomSpec spec;

    RandomRegNet(RandomSpec spec) {
        this.spec = spec;
    }

    String annotation() {
        String input = spec.input();
        int stem = spec.between(1, 12);
        int depth = spec.between(1, 6);
        int w0 = spec.between(8, 20);
        double wa = spec.between(0, 40) / 4.0;
        double wm = 1 + spec.between(1, 20) / 8.0;
        int groupWidth = spec.between(1, 12);
        double share = spec.coin() ? spec.between(1, 4) / 8.0 : 0;
        convolution("stem", stem, 3, 2, 1);
        int stage = 0;
        int block = 0;
        long before = 0;
        for (int i = 0; i < depth; i++) {
            long width = width(w0, wa, wm, i);
            boolean isFirst = width != before;
            stage += isFirst ? 1 : 0;
            block = isFirst ? 0 : block + 1;
            before = width;
            block("block" + stage + "." + block, (int) width, groupWidth, share, isFirst ? 2 : 1);
        }
        spec.averages("avgpool");
        int classes = spec.between(2, 30);
        spec.linear("fc", classes);
        return ("@RegNet(input = %s, classes = %d, stem = %d, depth = %d, w0 = %d, wa = %s, wm = %s, groupWidth = %d,"
                        + " squeezeExcite = %s)")
                .formatted(input, classes, stem, depth, w0, wa, wm, groupWidth, share);
    }

    /** The power of {@code wm} that is nearest to the line, in multiples of 8. */
    private static long width(int w0, double wa, double wm, int block) {
        double power = Math.rint(Math.log((w0 + wa * block) / w0) / Math.log(wm));
        return 8 * (long) Math.rint(w0 * Math.pow(wm, power) / 8);
    }

    private void block(String name, int width, int groupWidth, double share, int stride) {
        int ofGroup = Math.min(width, groupWidth);
        int groups = (width + ofGroup / 2) / ofGroup;
        if (groups * ofGroup < 0.9 * width) {
            groups++;
        }
        int channels = groups * ofGroup;
        RandomSpec.Place from = spec.place();
        if (stride == 2) {
            convolution(name + ".proj", channels, 1, 2, 1);
            spec.goTo(from);
        }
        convolution(name + ".a", channels, 1, 1, 1);
        convolution(name + ".b", channels, 3, stride, groups);
        if (share > 0) {
            spec.squeezeExcite(name + ".se", (int) Math.max(1, Math.rint(share * from.channels())));
        }
        convolution(name + ".c", channels, 1, 1, 1);
        spec.layer(name + ".sum");
    }

    private void convolution(String name, int channels, int kernel, int stride, int groups) {
        spec.convolution(name, channels, kernel, stride, kernel / 2, groups, false);
        spec.norm(name + "_norm");
    }
}
