package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Programs;
import dev.netwright.runtime.kernel.Workspace;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kernels that do nothing but what their interfaces say, in double precision: values as rows, columns, channels,
 * weights with the output last. ND4J's optimizers, which {@link dev.netwright.runtime.kernel.UpdateRule.Delegated} asks for,
 * are refused.
 */
public final class ReferenceKernelSet implements KernelSet {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String device() {
        return "cpu";
    }

    /** Plain Java in one thread. */
    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(Map.of("kernels", name()));
    }

    @Override
    public ReferenceParameters allocate(ParameterTable table) {
        return new ReferenceParameters(table);
    }

    @Override
    public Workspace workspace(ParameterMemory parameters, Programs programs, BindingOptions options) {
        if (parameters instanceof ReferenceParameters own) {
            return new ReferenceWorkspace(own, programs, options);
        }
        throw new IllegalArgumentException("expected parameters of this kernel set, found "
                + parameters.getClass().getSimpleName());
    }
}
