package dev.netwright.plan.onednn;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.ConvolutionNorm;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.Linear;
import dev.netwright.operation.LocalResponseNorm;
import dev.netwright.operation.Loss;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Operation;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Program;
import dev.netwright.operation.Resampling;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SideWeights;
import dev.netwright.operation.StochasticDepth;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Upsample;
import dev.netwright.operation.Value;
import dev.netwright.plan.PlannedRegion.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Plans a program's kernels in order. The plan of each depends on the layouts that earlier kernels chose and on its
 * output's readers.
 */
final class Kernels implements Operation.PartialVisitor<Ledger> {
    /** The size and exponent of local response norms for which the library has generated code. */
    private static final int FAST_NORM_SIZE = 5;

    private static final double FAST_NORM_BETA = 0.75;

    private final Program program;
    private final int batch;
    private final int count;
    private final Ledger ledger = new Ledger();
    private final Map<Value, Handle> handles = new HashMap<>();
    private final Map<Value, ActivationFunction> left = new HashMap<>();
    private final Map<Value, ResidualSum> sums;
    private int planned;

    private Kernels(Program program, int batch) {
        this.program = program;
        this.batch = batch;
        count = program.operations().size() + program.losses().size();
        sums = ResidualSum.of(program);
    }

    static Ledger plan(Program program, int batch) {
        Kernels kernels = new Kernels(program, batch);
        Handle images = Handle.images(program);
        Layout planes = Layout.of(Order.PLANES, batch, images.shape());
        kernels.ledger.own(planes.bytes());
        images.setValue(new Tensor(planes, null));
        kernels.handles.put(program.images(), images);
        program.operations().forEach(operation -> {
            kernels.handles.put(operation.output(), Handle.of(program, operation));
            kernels.left.put(operation.output(), operation.function());
            kernels.noteSum(operation);
            operation.accept(kernels);
        });
        program.losses().forEach(kernels::loss);
        return kernels.ledger;
    }

    /** Tells a convolution which sum it may compute. */
    private void noteSum(Operation operation) {
        ResidualSum residual = sums.get(operation.output());
        if (residual != null) {
            output(operation).setSum(handle(residual.other()), residual.sum().function());
        }
    }

    private Kernel next(String name) {
        return new Kernel(name, batch, program.isTraining(), ledger, planned++, count);
    }

    private Handle handle(Value value) {
        Handle handle = handles.get(value);
        if (handle == null) {
            throw new IllegalStateException(value.name() + " is read before it is computed");
        }
        return handle;
    }

    private Handle input(Operation operation) {
        return handle(operation.input());
    }

    private Handle output(Operation operation) {
        return handle(operation.output());
    }

    /** Plans a loss. The host reads the output as rows and writes its gradient. */
    private void loss(Loss loss) {
        Kernel kernel = next(loss.name());
        Handle output = handle(loss.output());
        kernel.forward().needs(LinearKernel.rows(kernel.forward(), output.value()));
        Tensor target = kernel.gradientTarget(output, kernel.layout(Order.PLANES, output.shape()), false);
        kernel.backward().needs(target);
        kernel.deliverGradient(output, target, false);
    }

    /**
     * Plans a kernel that keeps its input's layout, or reads planes if the input's last channel block isn't full. It
     * saves nothing for backward but the values that backward reads.
     */
    @Override
    public Ledger other(Operation operation) {
        Kernel kernel = next(operation.name());
        Handle input = input(operation);
        Handle output = output(operation);
        Layout given = input.value().layout();
        Layout read = given.isPadded() ? given.in(Order.PLANES) : given;
        Tensor x = kernel.forward().in(read, input.value());
        Layout written = kernel.layout(read.order(), output.shape());
        Tensor y = kernel.output(output, written);
        kernel.forward().needs(x, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            boolean accumulates = program.accumulates(operation, 0);
            Tensor g = kernel.backward().in(written, output.gradient());
            Tensor target = kernel.gradientTarget(input, read, accumulates);
            kernel.backward().needs(g, target);
            if (!operation.isLinear()) {
                kernel.backward().needs(x);
            }
            kernel.deliverGradient(input, target, accumulates);
        }
        return ledger;
    }

    @Override
    public Ledger activation(Activation operation) {
        Kernel kernel = next(operation.name());
        Handle output = output(operation);
        Tensor x = kernel.value(input(operation), output);
        Tensor y = kernel.output(output, x.layout());
        kernel.apply(operation.function(), x, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            Tensor known = operation.function().isDerivedFromResult() ? output.value() : x;
            kernel.differentiate(operation.function(), known, output.gradient());
            if (input(operation).hasGradient()) {
                kernel.deliverGradient(input(operation), output.gradient(), program.accumulates(operation, 0));
            }
        }
        return ledger;
    }

    @Override
    public Ledger adaptiveAveragePool(AdaptiveAveragePool operation) {
        return operation
                .asPool()
                .map(pool -> pool(operation, pool))
                .orElseGet(() -> resampling(operation, operation.resampling()));
    }

    /** Plans two products over planes, with the result of the first between them, and a copy of each matrix. */
    private Ledger resampling(Operation operation, Resampling resampling) {
        Kernel kernel = next(operation.name());
        Handle input = input(operation);
        Handle output = output(operation);
        Layout in = kernel.layout(Order.PLANES, input.shape());
        Layout out = kernel.layout(Order.PLANES, output.shape());
        Shape between = Shape.image(
                input.shape().channels(), input.shape().height(), output.shape().width());
        Tensor x = kernel.forward().in(in, input.value());
        Tensor y = kernel.output(output, out);
        kernel.forward().needs(kernel.forward().scratch(kernel.layout(Order.PLANES, between)), x, y);
        ownMatrices(kernel, resampling);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            boolean accumulates = program.accumulates(operation, 0);
            Tensor g = kernel.backward().in(out, output.gradient());
            Tensor target = kernel.gradientTarget(input, in, accumulates);
            kernel.backward().needs(kernel.backward().scratch(kernel.layout(Order.PLANES, between)), g, target);
            ownMatrices(kernel, resampling);
            kernel.deliverGradient(input, target, accumulates);
        }
        return ledger;
    }

    private static void ownMatrices(Kernel kernel, Resampling resampling) {
        for (SideWeights side : List.of(resampling.rows(), resampling.columns())) {
            kernel.own(Layout.vector((long) side.from() * side.to()));
        }
    }

    @Override
    public Ledger add(Add operation) {
        Kernel kernel = next(operation.name());
        Handle output = output(operation);
        if (handle(operation.left()).isSum() || handle(operation.right()).isSum()) {
            output.setValue(handle(operation.left()).value());
            return ledger;
        }
        Tensor first = kernel.value(handle(operation.left()), output);
        Tensor second = kernel.forward().in(first.layout(), kernel.value(handle(operation.right()), output));
        Tensor y = kernel.output(output, first.layout());
        kernel.forward().needs(first, second, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            kernel.differentiate(operation.function(), output.value(), output.gradient());
            for (int i = 0; i < operation.inputs().size(); i++) {
                Handle term = handle(operation.inputs().get(i));
                if (term.hasGradient()) {
                    kernel.deliverGradient(term, output.gradient(), program.accumulates(operation, i));
                }
            }
        }
        return ledger;
    }

    @Override
    public Ledger batchNorm(BatchNorm operation) {
        NormKernel.plan(
                next(operation.name()),
                operation,
                input(operation),
                output(operation),
                program.accumulates(operation, 0));
        return ledger;
    }

    @Override
    public Ledger channelSplit(ChannelSplit operation) {
        SplitKernel.plan(
                next(operation.name()),
                operation,
                input(operation),
                output(operation),
                program.accumulates(operation, 0));
        return ledger;
    }

    @Override
    public Ledger concat(Concat operation) {
        List<JoinKernel.Branch> branches = IntStream.range(0, operation.inputs().size())
                .mapToObj(i ->
                        new JoinKernel.Branch(handle(operation.inputs().get(i)), program.accumulates(operation, i)))
                .toList();
        JoinKernel.plan(next(operation.name()), output(operation), branches);
        return ledger;
    }

    @Override
    public Ledger convolution(Convolution operation) {
        ConvolutionKernel.plan(
                next(operation.name()),
                operation,
                input(operation),
                output(operation),
                program.accumulates(operation, 0));
        return ledger;
    }

    @Override
    public Ledger convolutionNorm(ConvolutionNorm operation) {
        ConvolutionKernel.planFolded(
                next(operation.name()),
                operation.convolution(),
                operation.function(),
                input(operation),
                output(operation));
        return ledger;
    }

    @Override
    public Ledger dropout(Dropout operation) {
        Kernel kernel = next(operation.name());
        Handle input = input(operation);
        Handle output = output(operation);
        Pass forward = kernel.forward();
        Tensor x = kernel.value(input, output);
        Tensor drawn = forward.place(Kind.SAVED, kernel.layout(Order.PLANES, output.shape()));
        forward.needs(drawn);
        Tensor mask = forward.in(x.layout(), drawn);
        Tensor y = kernel.output(output, x.layout());
        forward.needs(x, mask, y);
        kernel.deliver(output, y);
        if (kernel.isTraining() && input.hasGradient()) {
            boolean accumulates = program.accumulates(operation, 0);
            Tensor g = kernel.backward().in(mask.layout(), output.gradient());
            Tensor target = kernel.gradientTarget(input, mask.layout(), accumulates);
            kernel.backward().needs(g, mask, target);
            kernel.deliverGradient(input, target, accumulates);
        }
        return ledger;
    }

    @Override
    public Ledger groupNorm(GroupNorm operation) {
        return overImages(operation, false);
    }

    @Override
    public Ledger layerNorm(LayerNorm operation) {
        return overImages(operation, false);
    }

    @Override
    public Ledger layerScale(LayerScale operation) {
        return overImages(operation, false);
    }

    @Override
    public Ledger stochasticDepth(StochasticDepth operation) {
        return overImages(operation, true);
    }

    /**
     * Plans a kernel that Java computes in the layout of its input. Its arrays are on the heap.
     *
     * @param fillsBlocks whether it can compute padded blocks; otherwise it reads planes if the last block isn't full
     */
    private Ledger overImages(Operation operation, boolean fillsBlocks) {
        Kernel kernel = next(operation.name());
        Handle input = input(operation);
        Handle output = output(operation);
        Tensor given = kernel.value(input, output);
        Layout layout =
                given.layout().isPadded() && !fillsBlocks ? given.layout().in(Order.PLANES) : given.layout();
        Tensor x = kernel.forward().in(layout, given);
        Tensor y = kernel.output(output, layout);
        kernel.forward().needs(x, y);
        kernel.deliver(output, y);
        boolean hasParameters = !operation.parameters().isEmpty();
        if (kernel.isTraining() && (hasParameters || input.hasGradient())) {
            Tensor g = kernel.backward().in(layout, output.gradient());
            kernel.backward().needs(g);
            if (!operation.isLinear()) {
                kernel.backward().needs(x);
            }
            if (input.hasGradient()) {
                boolean accumulates = program.accumulates(operation, 0);
                Tensor target = kernel.gradientTarget(input, layout, accumulates);
                kernel.backward().needs(target);
                kernel.deliverGradient(input, target, accumulates);
            }
        }
        return ledger;
    }

    @Override
    public Ledger linear(Linear operation) {
        LinearKernel.plan(
                next(operation.name()),
                operation,
                input(operation),
                output(operation),
                program.accumulates(operation, 0));
        return ledger;
    }

    @Override
    public Ledger localResponseNorm(LocalResponseNorm operation) {
        Kernel kernel = next(operation.name());
        Handle input = input(operation);
        Handle output = output(operation);
        Layout layout = kernel.layout(Order.BLOCKS, input.shape());
        Pass forward = kernel.forward();
        Tensor x = forward.in(layout, input.value());
        Tensor scales = forward.place(Kind.SAVED, kept(operation, layout));
        Tensor y = kernel.output(output, layout);
        forward.needs(x, y);
        kernel.deliver(output, y);
        if (kernel.isTraining()) {
            forward.needs(scales);
            if (input.hasGradient()) {
                boolean accumulates = program.accumulates(operation, 0);
                Tensor g = kernel.backward().in(layout, output.gradient());
                Tensor target = kernel.gradientTarget(input, layout, accumulates);
                kernel.backward().needs(x, g, target, scales);
                kernel.deliverGradient(input, target, accumulates);
            }
        }
        return ledger;
    }

    /** The library's generated code saves two numbers for each value, its reference code none. */
    private static Layout kept(LocalResponseNorm operation, Layout layout) {
        boolean isFast = operation.size() == FAST_NORM_SIZE
                && operation.beta() == FAST_NORM_BETA
                && layout.channels() % Layout.BLOCK == 0
                && layout.channels() >= 2 * Layout.BLOCK;
        return Layout.vector(isFast ? 2 * layout.values() : 0);
    }

    @Override
    public Ledger multiply(Multiply operation) {
        MultiplicationKernel.plan(
                next(operation.name()),
                operation,
                new MultiplicationKernel.Factor(handle(operation.left()), program.accumulates(operation, 0)),
                new MultiplicationKernel.Factor(handle(operation.right()), program.accumulates(operation, 1)),
                output(operation));
        return ledger;
    }

    @Override
    public Ledger transposedConvolution(TransposedConvolution operation) {
        TransposedKernel.plan(
                next(operation.name()),
                operation,
                input(operation),
                output(operation),
                program.accumulates(operation, 0));
        return ledger;
    }

    /** The library reads and writes the same layout, but has no weights other than those between pixels' centres. */
    @Override
    public Ledger upsample(Upsample operation) {
        return operation.isByCentres() ? other(operation) : resampling(operation, operation.resampling());
    }

    @Override
    public Ledger pool(Pool operation) {
        return pool(operation, operation);
    }

    /**
     * Plans a pool.
     *
     * @param operation the operation as the program has it
     * @param pool the pool that computes it
     */
    private Ledger pool(Operation operation, Pool pool) {
        ActivationFunction function = left.getOrDefault(operation.input(), ActivationFunction.IDENTITY);
        PoolKernel.plan(
                next(operation.name()),
                pool,
                input(operation),
                output(operation),
                function,
                program.accumulates(operation, 0));
        return ledger;
    }
}
