package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;

/** One kernel on images, whose output has targets. */
record RegressionNetwork(KernelUnderTest kernel, double factor) {
    ParameterTable parameters() {
        return ParameterTable.of(layers());
    }

    Programs programs() {
        return InterpretedPrograms.of(layers());
    }

    private NetworkLayers layers() {
        NetworkLayersBuilder network = NetworkLayers.of(kernel.input()).block("network");
        kernel.describe(network);
        return network.squaredError(factor);
    }
}
