package dev.netwright.tests.kernels;

import dev.netwright.operation.LossForm;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.Target;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;

/** One kernel on images, whose output has targets. */
record RegressionNetwork(KernelUnderTest kernel, LossForm loss) {
    RegressionNetwork(KernelUnderTest kernel, double factor) {
        this(kernel, new SquaredError.Form(factor));
    }

    ParameterTable parameters() {
        return ParameterTable.of(layers());
    }

    Programs programs() {
        return InterpretedPrograms.of(layers());
    }

    /**
     * Targets of images: numbers of the normal distribution, labels that about half of the images have, or classes of pixels, of which every
     * fifth doesn't count.
     */
    float[] targets(int batch) {
        Target target = layers().target();
        float[] targets = TestBatch.gaussian(12, batch * target.values(), 1);
        if (target instanceof Target.PerPixel pixels) {
            for (int i = 0; i < targets.length; i++) {
                int drawn = Math.floorMod(Float.floatToRawIntBits(targets[i]), pixels.classes());
                targets[i] = i % 5 == 2 ? Target.PerPixel.IGNORED : drawn;
            }
        } else if (target instanceof Target.SeveralLabels) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = targets[i] > 0 ? 1 : 0;
            }
        }
        return targets;
    }

    private NetworkLayers layers() {
        NetworkLayersBuilder network = NetworkLayers.of(kernel.input()).block("network");
        kernel.describe(network);
        return network.loss(loss);
    }
}
