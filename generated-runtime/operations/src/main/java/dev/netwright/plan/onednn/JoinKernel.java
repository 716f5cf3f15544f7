package dev.netwright.plan.onednn;

import java.util.List;

/** Concatenates branches by copying them; if a branch starts or ends within a block of channels, in planes. */
final class JoinKernel {
    /** Sizes of the library's list entries for each branch: two addresses, a length, and strides. */
    private static final long ADDRESS_BYTES = 8;

    private static final long STRIDES_BYTES = 96;

    private final Kernel kernel;
    private final Handle output;
    private final List<Branch> branches;
    private final boolean beginAtBlocks;

    /** An input, and whether its gradient already has a part of its sum. */
    record Branch(Handle input, boolean isAccumulating) {}

    private JoinKernel(Kernel kernel, Handle output, List<Branch> branches) {
        this.kernel = kernel;
        this.output = output;
        this.branches = branches;
        int last = branches.get(branches.size() - 1).input().shape().channels();
        beginAtBlocks = (last < Layout.BLOCK || last % Layout.BLOCK == 0)
                && branches.stream()
                        .limit(branches.size() - 1L)
                        .allMatch(branch -> branch.input().shape().channels() % Layout.BLOCK == 0);
    }

    static void plan(Kernel kernel, Handle output, List<Branch> branches) {
        JoinKernel join = new JoinKernel(kernel, output, branches);
        join.addForward();
        if (kernel.isTraining()) {
            join.addBackward();
        }
    }

    private void addForward() {
        Pass pass = kernel.forward();
        Tensor y = kernel.output(output, kernel.layout(Order.BLOCKS, output.shape()));
        Tensor whole = beginAtBlocks ? y : pass.scratch(y.layout().in(Order.PLANES));
        for (Branch branch : branches) {
            Tensor value = branch.input().value();
            // In a batch of one image each branch is copied separately, and the copy can change its layout.
            pass.needs(kernel.batch() == 1 ? value : pass.in(value.layout().in(order()), value));
        }
        long lists = branches.size();
        Scratch scratch = new Scratch();
        if (kernel.batch() > 1) {
            scratch.book(lists * ADDRESS_BYTES, ADDRESS_BYTES)
                    .book(lists * ADDRESS_BYTES, ADDRESS_BYTES)
                    .book(lists * ADDRESS_BYTES, ADDRESS_BYTES)
                    .book(lists * STRIDES_BYTES, ADDRESS_BYTES);
        }
        pass.primitive(scratch.bytes(), whole);
        pass.copy(whole, y);
        kernel.deliver(output, y);
    }

    private void addBackward() {
        Pass pass = kernel.backward();
        Tensor whole = pass.in(output.gradient().layout().in(order()), output.gradient());
        for (Branch branch : branches) {
            Handle input = branch.input();
            if (input.hasGradient()) {
                pass.needs(whole);
                if (branch.isAccumulating()) {
                    Tensor part = pass.scratch(input.gradient().layout());
                    pass.needs(part);
                    kernel.deliverGradient(input, part, true);
                } else {
                    pass.needs(input.gradient());
                }
            }
        }
    }

    private Order order() {
        return beginAtBlocks ? Order.BLOCKS : Order.PLANES;
    }
}
