package dev.netwright.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_winograd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import dev.netwright.onednn.choice.Candidates;
import dev.netwright.onednn.choice.Code;
import dev.netwright.onednn.choice.ConvolutionGeometry;
import dev.netwright.onednn.choice.Way;
import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.OneDnn;
import dev.netwright.onednn.library.PrimitiveRequest;
import dev.netwright.onednn.library.WinogradRule;
import dev.netwright.onednn.winograd.TileProduct;
import dev.netwright.onednn.winograd.TileThreads;
import dev.netwright.onednn.winograd.TileWeightProduct;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.plan.onednn.ConvolutionWork;
import dev.netwright.plan.onednn.CostTable;
import dev.netwright.plan.onednn.Direction;
import dev.netwright.plan.onednn.Tiling;
import dev.netwright.runtime.kernel.Parameter;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.primitive_attr;

/** The code and the layouts of a convolution in each direction: whatever is cheapest by {@link CostTable}. */
public final class ConvolutionChoice {
    /** The name by which tiles are preferred whatever they cost. */
    private static final String TILES = "tiles";

    /** The name by which patches are preferred whatever they cost. */
    private static final String PATCHES = "patches";

    private final KernelBuilder kernel;
    private final OneDnnActivation input;
    private final OneDnnActivation output;
    private final ConvolutionGeometry geometry;
    private final Parameter weight;
    private final boolean hasBias;
    private final int groups;
    private final ConvolutionWork work;
    private final CostTable costs;

    ConvolutionChoice(
            KernelBuilder kernel,
            OneDnnActivation input,
            OneDnnActivation output,
            ConvolutionGeometry geometry,
            int groups) {
        this.kernel = kernel;
        this.input = input;
        this.output = output;
        this.geometry = geometry;
        this.groups = groups;
        weight = kernel.parameters().table().weight(kernel.layer());
        hasBias = kernel.parameters().table().bias(kernel.layer()).isPresent();
        work = new ConvolutionWork(kernel.batch(), input.shape(), output.shape(), geometry.window(), groups);
        costs = OneDnn.loaded().costs();
    }

    /**
     * Output, bias and activation.
     *
     * @param narrow whether blocks of 8 channels are best for whoever reads the output
     */
    convolution_forward.primitive_desc forward(ActivationFunction function, boolean withBias, boolean narrow) {
        Layout in = input.value().layout().wide();
        Layout out = Layout.any(kernel.dimensions(output.shape()));
        Layout planes = Layout.plain(in.dimensions());
        Candidates<convolution_forward.primitive_desc> candidates = new Candidates<>();
        addWinograd(candidates, in, out, function, withBias);
        double direct = asItIs(Direction.FORWARD, in);
        if (narrow) {
            addDirect(candidates, direct, in, Layout.narrow(out.dimensions()), function, withBias);
        }
        if (new GroupedWeights(weight, groups).isDepthwise()) {
            // With AVX-512 the library finds its code for one channel in each group only if the output's layout is
            // named.
            addDirect(candidates, direct, in, Layout.blocked(out.dimensions()), function, withBias);
        }
        addDirect(candidates, direct, in, out, function, withBias);
        if (hasFewChannels()) {
            double fromPlanes = costs.directFromPlanes(Direction.FORWARD, work) + change(in, planes);
            addDirect(candidates, fromPlanes, planes, out, function, withBias);
        }
        Layout padded = padded(in);
        // The library has no name for the inside of images whose last block of channels isn't full.
        if (geometry.isPadded() && !padded.isPadded()) {
            addDirect(candidates, direct + costs.copy(padded.bytes()), padded, out, function, withBias);
        }
        Layout blocks = Layout.blocked(in.dimensions());
        double inBlocks = costs.direct(Direction.FORWARD, work) + change(in, blocks);
        addDirect(candidates, inBlocks, blocks, out, function, withBias);
        // Nearly all other code wants blocks, so that an output in planes is brought there by whoever reads it.
        double back = change(Layout.plain(out.dimensions()), Layout.blocked(out.dimensions()));
        Layout any = Layout.any(in.dimensions());
        addDirect(candidates, direct + costs.copy(in.bytes()) + back, any, out, function, withBias);
        return candidates
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.FORWARD, work) + change(in, planes) + back,
                        () -> forward(planes, anyWeights(), Layout.plain(out.dimensions()), function, withBias))
                .orElse(() -> forward(any, anyWeights(), out, function, withBias))
                .cheapest();
    }

    /**
     * The same code over the same layouts, which adds the output to what is there.
     *
     * @param function of the sum
     * @return nothing if the library has other code for that
     */
    Optional<convolution_forward.primitive_desc> adding(
            convolution_forward.primitive_desc code, ActivationFunction function, boolean withBias) {
        Code kind = Code.of(code);
        boolean isWinograd = kind == Code.WINOGRAD || kind == Code.SMALL_WINOGRAD;
        return forward(
                        isWinograd ? dnnl_convolution_winograd : dnnl_convolution_direct,
                        new Layout(code.src_desc()),
                        new Layout(code.weights_desc()),
                        new Layout(code.dst_desc()),
                        Attributes.adding(function),
                        withBias)
                .filter(answer -> answer.impl_info_str()
                        .getString()
                        .equals(code.impl_info_str().getString()));
    }

    /** What the library has of Winograd's algorithm: its answer depends on the number of images. */
    private void addWinograd(
            Candidates<convolution_forward.primitive_desc> candidates,
            Layout in,
            Layout out,
            ActivationFunction function,
            boolean withBias) {
        if (!WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups)) {
            return;
        }
        candidates.or(
                Way.WINOGRAD,
                costs.winograd(Direction.FORWARD, work),
                () -> forward(dnnl_convolution_winograd, in, preferredWeights(), out, function, withBias));
        if (!kernel.isTraining()) {
            candidates.or(
                    Way.SMALL_WINOGRAD,
                    costs.smallWinograd(work),
                    () -> forward(dnnl_convolution_winograd, in, anyWeights(), out, function, withBias));
        }
    }

    /** Direct code that reads the weights as they are stored, or else in another order. */
    private void addDirect(
            Candidates<convolution_forward.primitive_desc> candidates,
            double microseconds,
            Layout in,
            Layout out,
            ActivationFunction function,
            boolean withBias) {
        candidates
                .or(Way.DIRECT, microseconds, () -> forward(in, preferredWeights(), out, function, withBias))
                .or(Way.DIRECT, microseconds, () -> forward(in, anyWeights(), out, function, withBias));
    }

    /** Images with their padding around them: some windows the library's direct code takes only without padding. */
    private Layout padded(Layout in) {
        long[] dimensions = geometry.paddedDimensions(in.dimensions());
        return hasFewChannels() ? Layout.plain(dimensions) : Layout.blocked(dimensions);
    }

    /** Few channels are faster out of planes than next to each other, and faster to bring there from a block. */
    private boolean hasFewChannels() {
        return input.shape().channels() < OneDnn.loaded().block();
    }

    /** Gradients of weight and bias from a gradient of the output. */
    convolution_backward_weights.primitive_desc weightGradient(convolution_forward.primitive_desc forward, Layout out) {
        Layout in = input.value().layout();
        Layout stored = storedWeights();
        Layout any = anyWeights();
        Candidates<convolution_backward_weights.primitive_desc> candidates = new Candidates<>();
        if (WinogradRule.appliesToWeights(input.shape(), output.shape(), geometry.window(), groups)) {
            candidates.or(
                    Way.WINOGRAD,
                    costs.winograd(Direction.WEIGHT_GRADIENT, work),
                    () -> weightGradient(dnnl_convolution_winograd, in, stored, out, forward));
        }
        double direct = asItIs(Direction.WEIGHT_GRADIENT, in);
        Layout blocks = Layout.blocked(in.dimensions());
        double inBlocks = costs.direct(Direction.WEIGHT_GRADIENT, work) + change(in, blocks);
        if (isPointwise() && in.isPlain()) {
            // Whatever it costs: the code for 1x1 out of blocks adds in parts, that out of a few planes float by float.
            candidates.or(Way.DIRECT, 0, () -> weightGradient(blocks, any, out, forward));
        }
        Layout planes = Layout.plain(in.dimensions());
        double fromPlanes = costs.directFromPlanes(Direction.WEIGHT_GRADIENT, work) + change(in, planes);
        Layout outPlanes = Layout.plain(out.dimensions());
        Layout pixels = Layout.pixels(in.dimensions());
        Layout outPixels = Layout.pixels(out.dimensions());
        candidates
                .or(Way.DIRECT, direct, () -> weightGradient(in, stored, out, forward))
                .or(Way.DIRECT, direct, () -> weightGradient(in, any, out, forward))
                .or(Way.DIRECT, inBlocks, () -> weightGradient(blocks, stored, out, forward))
                .or(Way.DIRECT, inBlocks, () -> weightGradient(blocks, any, out, forward))
                .or(Way.DIRECT, fromPlanes, () -> weightGradient(planes, stored, out, forward))
                .or(Way.DIRECT, fromPlanes, () -> weightGradient(planes, any, out, forward))
                .or(
                        Way.PIXELS,
                        costs.pixels(work) + changed(in, pixels, out, outPixels),
                        () -> weightGradient(pixels, any, outPixels, forward))
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.WEIGHT_GRADIENT, work) + changed(in, planes, out, outPlanes),
                        () -> weightGradient(planes, any, outPlanes, forward));
        Layout anyIn = Layout.any(in.dimensions());
        Layout anyOut = Layout.any(out.dimensions());
        return candidates
                .or(
                        Way.DIRECT,
                        costs.direct(Direction.WEIGHT_GRADIENT, work)
                                + costs.copy(in.bytes())
                                + costs.copy(out.bytes()),
                        () -> weightGradient(anyIn, any, anyOut, forward))
                .orElse(() -> weightGradient(anyIn, any, anyOut, forward))
                .cheapest();
    }

    /** Minimal filtering in tiles for the output or the input's gradient, where it is faster than all of the library's code. */
    Optional<TileProduct> tiles(Direction direction) {
        return tiling(direction).flatMap(TileProduct::of);
    }

    /** The same for the weights' gradient. */
    Optional<TileWeightProduct> tilesOfWeightGradient() {
        return tiling(Direction.WEIGHT_GRADIENT).flatMap(TileWeightProduct::of);
    }

    private Optional<Tiling> tiling(Direction direction) {
        if (!WinogradRule.isAllowed()) {
            return Optional.empty();
        }
        Optional<Tiling> tiling;
        if (Candidates.isAnyPreferred()) {
            tiling = costs.anyTiling(direction, work, TileThreads.count()).filter(any -> Candidates.isPreferred(TILES));
        } else {
            tiling = costs.tiling(
                    direction, work, TileThreads.count(), kernel.plan().mode());
        }
        return tiling.filter(any -> KernelThreads.canLeaveTeam());
    }

    /** Whether a prediction's output is best computed out of patches; see {@link PatchConvolution}. */
    boolean isOfPatches() {
        return !kernel.isTraining()
                && groups == 1
                && !isPointwise()
                && PatchConvolution.applies(input.shape(), output.shape(), geometry.window())
                && (Candidates.isAnyPreferred() ? Candidates.isPreferred(PATCHES) : costs.prefersPatches(work));
    }

    private boolean isPointwise() {
        return geometry.window().kernelHeight() * geometry.window().kernelWidth() == 1;
    }

    /** Gradient of the input from one of the output. */
    convolution_backward_data.primitive_desc inputGradient(convolution_forward.primitive_desc forward, Layout out) {
        Layout wanted = input.gradient().layout();
        Layout any = anyWeights();
        Candidates<convolution_backward_data.primitive_desc> candidates = new Candidates<>();
        if (WinogradRule.appliesToValues(input.shape(), output.shape(), geometry.window(), groups)) {
            candidates.or(
                    Way.WINOGRAD,
                    costs.winograd(Direction.INPUT_GRADIENT, work),
                    () -> inputGradient(dnnl_convolution_winograd, wanted, storedWeights(), out, forward));
        }
        double direct = costs.direct(Direction.INPUT_GRADIENT, work);
        Layout anyIn = Layout.any(wanted.dimensions());
        Layout anyOut = Layout.any(out.dimensions());
        Layout planes = Layout.plain(wanted.dimensions());
        Layout outPlanes = Layout.plain(out.dimensions());
        return candidates
                .or(Way.DIRECT, direct, () -> inputGradient(wanted, storedWeights(), out, forward))
                .or(Way.DIRECT, direct, () -> inputGradient(wanted, any, out, forward))
                .or(Way.DIRECT, direct + costs.copy(wanted.bytes()), () -> inputGradient(anyIn, any, out, forward))
                .or(
                        Way.PRODUCT,
                        costs.product(Direction.INPUT_GRADIENT, work) + changed(wanted, planes, out, outPlanes),
                        () -> inputGradient(planes, any, outPlanes, forward))
                .or(
                        Way.DIRECT,
                        direct + costs.copy(wanted.bytes()) + costs.copy(out.bytes()),
                        () -> inputGradient(anyIn, any, anyOut, forward))
                .orElse(() -> inputGradient(anyIn, any, anyOut, forward))
                .cheapest();
    }

    /** The cost of direct code that reads the input in its own layout. */
    private double asItIs(Direction direction, Layout in) {
        return in.isPlain() ? costs.directFromPlanes(direction, work) : costs.direct(direction, work);
    }

    /** Microseconds for bringing a tensor into another layout. */
    private double change(Layout from, Layout to) {
        return costs.change(from.isSameAs(to), from.bytes(), to.bytes());
    }

    private double changed(Layout in, Layout wantedIn, Layout out, Layout wantedOut) {
        return change(in, wantedIn) + change(out, wantedOut);
    }

    private Optional<convolution_forward.primitive_desc> forward(
            Layout in, Layout weights, Layout out, ActivationFunction function, boolean withBias) {
        return forward(dnnl_convolution_direct, in, weights, out, function, withBias);
    }

    private Optional<convolution_forward.primitive_desc> forward(
            int algorithm, Layout in, Layout weights, Layout out, ActivationFunction function, boolean withBias) {
        return forward(algorithm, in, weights, out, Attributes.with(function), withBias);
    }

    private Optional<convolution_forward.primitive_desc> forward(
            int algorithm, Layout in, Layout weights, Layout out, primitive_attr attributes, boolean withBias) {
        boolean padded = geometry.isPaddedIn(in.dimensions());
        convolution_forward.desc operation = new convolution_forward.desc(
                kernel.isTraining() ? dnnl_forward_training : dnnl_forward_inference,
                algorithm,
                in.description(),
                weights.description(),
                biasLayout(withBias).description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                padded ? ConvolutionGeometry.noPadding() : geometry.paddingBefore(),
                padded ? ConvolutionGeometry.noPadding() : geometry.paddingAfter());
        return PrimitiveRequest.ask(operation.data(), attributes, null, convolution_forward.primitive_desc::new);
    }

    private Optional<convolution_backward_weights.primitive_desc> weightGradient(
            Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return weightGradient(dnnl_convolution_direct, in, weights, out, forward);
    }

    private Optional<convolution_backward_weights.primitive_desc> weightGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        convolution_backward_weights.desc operation = new convolution_backward_weights.desc(
                algorithm,
                in.description(),
                weights.description(),
                biasLayout(hasBias && !BiasGradient.isLong(out)).description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, convolution_backward_weights.primitive_desc::new);
    }

    private Optional<convolution_backward_data.primitive_desc> inputGradient(
            Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        return inputGradient(dnnl_convolution_direct, in, weights, out, forward);
    }

    private Optional<convolution_backward_data.primitive_desc> inputGradient(
            int algorithm, Layout in, Layout weights, Layout out, convolution_forward.primitive_desc forward) {
        convolution_backward_data.desc operation = new convolution_backward_data.desc(
                algorithm,
                in.description(),
                weights.description(),
                out.description(),
                geometry.strides(),
                geometry.dilates(),
                geometry.paddingBefore(),
                geometry.paddingAfter());
        return PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), forward, convolution_backward_data.primitive_desc::new);
    }

    private Layout biasLayout(boolean present) {
        return present ? Layout.plain(output.shape().channels()) : Layout.none();
    }

    /** In training the layout that the weights have; a prediction has a copy anyway wherever another is faster. */
    private Layout preferredWeights() {
        return kernel.isTraining() ? storedWeights() : anyWeights();
    }

    private Layout storedWeights() {
        return groups == 1 ? kernel.parameters().value(weight).layout() : anyWeights();
    }

    private Layout anyWeights() {
        return Layout.any(new GroupedWeights(weight, groups).dimensions());
    }
}
