package dev.netwright.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.netwright.runtime.kernel.ActivationFunction;
import java.util.Arrays;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The sigmoid where a block has channels that the tensor doesn't have: they have to stay 0, but the sigmoid of 0 is 1/2, and the
 * library knows only reference code for that. Here it is a product with 1, the sigmoid, and a product with a mask of channels, in
 * one primitive that takes the channels of the block for real ones.
 */
final class PaddedSigmoid {
    private PaddedSigmoid() {}

    static void add(KernelBuilder kernel, Tensor x, Tensor y) {
        long[] dimensions = x.layout().dimensions();
        int channels = Math.toIntExact(dimensions[1]);
        int block = OneDnn.loaded().block();
        dimensions[1] = (dimensions[1] + block - 1) / block * block;
        Layout whole = Layout.blocked(dimensions);
        if (whole.bytes() != x.layout().bytes()) {
            throw new IllegalStateException("expected blocks of " + block + " channels, found " + x.layout());
        }
        Layout vector = Layout.blocked(1, dimensions[1], 1, 1);
        float[] isChannel = new float[Math.toIntExact(dimensions[1])];
        float[] ones = new float[isChannel.length];
        Arrays.fill(isChannel, 0, channels, 1);
        Arrays.fill(ones, 1);
        Tensor mask = kernel.plan().constant(vector, isChannel);
        Tensor one = kernel.plan().constant(vector, ones);
        binary.primitive_desc description = new binary.primitive_desc(
                new binary.desc(
                        dnnl_binary_mul, whole.description(), one.layout().description(), whole.description()),
                attributes(mask.layout()),
                OneDnn.loaded().engine(),
                false);
        kernel.forward()
                .primitive(
                        description,
                        () -> new binary(description),
                        DNNL_ARG_SRC_0,
                        new Tensor(whole, x.place()),
                        DNNL_ARG_SRC_1,
                        one,
                        maskArgument(),
                        mask,
                        DNNL_ARG_DST,
                        new Tensor(whole, y.place()));
    }

    private static primitive_attr attributes(Layout mask) {
        post_ops operations = new post_ops();
        operations.append_eltwise(1, Attributes.forward(ActivationFunction.SIGMOID), 0, 0);
        operations.append_binary(dnnl_binary_mul, mask.description());
        primitive_attr attributes = Attributes.plain();
        attributes.set_post_ops(operations);
        return attributes;
    }

    /** The library's number for the second operand of the second operation behind the primitive. */
    private static int maskArgument() {
        return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * 2 | DNNL_ARG_SRC_1;
    }
}
