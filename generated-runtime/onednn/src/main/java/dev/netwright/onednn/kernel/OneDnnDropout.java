package dev.netwright.onednn.kernel;

import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.memory.Tensor;
import dev.netwright.onednn.step.Binary;
import dev.netwright.onednn.step.Pass;
import dev.netwright.onednn.step.PlannedStep;
import dev.netwright.runtime.engine.session.StepClock;
import dev.netwright.runtime.random.RandomStream;
import org.bytedeco.javacpp.FloatPointer;

/** {@code y = x m} with a mask from our own counter-based generator, drawn by the calling thread in plain order. */
public final class OneDnnDropout {
    private OneDnnDropout() {}

    static KernelPlan plan(
            KernelBuilder kernel, OneDnnActivation input, OneDnnActivation output, double rate, int position) {
        Pass forward = kernel.forward();
        Layout plain = Layout.plain(kernel.dimensions(output.shape()));
        Tensor x = kernel.value(input, output);
        Tensor drawn = forward.scratch(plain);
        forward.host(drawing(kernel, drawn, rate, position), drawn);
        Tensor mask = forward.in(x.layout(), drawn);
        Tensor y = kernel.output(output, x.layout());
        Binary.multiply(forward, x, mask, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            Pass backward = kernel.backward();
            Tensor g = backward.in(mask.layout(), output.gradient());
            Tensor target = kernel.gradientTarget(input, mask.layout());
            Binary.multiply(backward, g, mask, target);
            kernel.deliverGradient(input, target);
        }
        return kernel.steps();
    }

    private static PlannedStep drawing(KernelBuilder kernel, Tensor mask, double rate, int position) {
        StepClock clock = kernel.plan().clock();
        int stream = RandomStream.dropout(position);
        float keepProbability = (float) (1 - rate);
        int count = Math.toIntExact(mask.layout().bytes() / Float.BYTES);
        return memory -> {
            float[] drawn = new float[count];
            FloatPointer target = new FloatPointer(mask.place().in(memory));
            return () -> {
                clock.random().fillDropoutMask(stream, clock.step(), keepProbability, drawn, drawn.length);
                target.put(drawn);
            };
        };
    }
}
