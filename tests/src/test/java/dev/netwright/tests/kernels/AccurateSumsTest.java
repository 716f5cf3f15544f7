package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.*;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.*;
import org.junit.jupiter.api.Test;

class AccurateSumsTest {
    @Test
    void table() {
        int batch = Integer.getInteger("b", 16), side = Integer.getInteger("s", 250), ch = Integer.getInteger("c", 2);
        for (float offset : new float[] {0, 3, 1000}) {
            TestNetwork network = new LayeredNetwork(new NormedChain(Shape.image(Integer.getInteger("in", 2), side, side), ch, NormSettings.DEFAULT, ActivationFunction.RELU));
            float[] images = TestBatch.gaussian(11, batch * Integer.getInteger("in", 2) * side * side, 1);
            for (int i = 0; i < images.length; i++) images[i] += offset;
            int[] labels = new int[batch];
            for (int i = 0; i < batch; i++) labels[i] = i % 12;
            TestBatch b = new TestBatch(images, labels);
            if (System.getProperty("dump") != null) dump(network, b, offset);
            Observation expected = step(new ReferenceKernelSet(), network, b);
            for (TestedKernels k : List.of(TestedKernels.ONEDNN, TestedKernels.ND4J)) {
                Observation found = step(k.create(), network, b);
                System.out.println("offset " + offset + " " + k + " loss " + found.loss() + " " + Math.abs(found.loss() - expected.loss()));

                for (String n : List.of("first.weight", "norm1.weight", "norm1.bias", "second.weight", "norm2.weight", "norm2.bias", "readout.weight"))
                    System.out.printf("   %-20s %.2e%n", n, RelativeError.between(found.gradient(n), expected.gradient(n)));
                for (String n : List.of("norm1.running_mean", "norm1.running_var", "norm2.running_mean", "norm2.running_var"))
                    System.out.printf("   %-20s %.2e   %s %s%n", n, RelativeError.between(found.statistic(n), expected.statistic(n)), Arrays.toString(found.statistic(n)), Arrays.toString(expected.statistic(n)));
            }
        }
    }
    static void dump(TestNetwork network, TestBatch b, float offset) {
        try (java.io.DataOutputStream o = new java.io.DataOutputStream(new java.io.BufferedOutputStream(new java.io.FileOutputStream(System.getProperty("dump") + (int) offset)));
                ParameterMemory parameters = new ReferenceKernelSet().allocate(network.parameters())) {
            TestBatch.fill(parameters);
            for (Parameter p : network.parameters().parameters()) {
                float[] v = new float[p.size()];
                parameters.read(p, v);
                System.out.println(p.name() + " " + v.length);
                for (float f : v) o.writeFloat(f);
            }
            for (float f : b.images()) o.writeFloat(f);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
    static Observation step(KernelSet set, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 1)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, batch.size());
            return Observation.ofStep(workspace.training(batch.size()), parameters, batch, 1);
        }
    }
}
