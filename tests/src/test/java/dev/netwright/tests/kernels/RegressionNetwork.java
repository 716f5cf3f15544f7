package dev.netwright.tests.kernels;

import dev.netwright.operation.LossForm;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.SquaredError;
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

    private NetworkLayers layers() {
        NetworkLayersBuilder network = NetworkLayers.of(kernel.input()).block("network");
        kernel.describe(network);
        return network.loss(loss);
    }
}
