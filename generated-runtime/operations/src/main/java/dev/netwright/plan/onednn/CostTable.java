package dev.netwright.plan.onednn;

import dev.netwright.operation.Mode;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cost of each way to compute a convolution, and of a change of layout: a committed table for each instruction set.
 * Nothing is timed at run time, so the same program gives bit-identical results on the same kind of CPU.
 *
 * <p>The rates were measured with oneDNN 2.5.2 on two cores of an AMD EPYC of family 26 (Zen 5) with two threads,
 * natively and limited to AVX2 by {@code ONEDNN_MAX_CPU_ISA}. Each is the fastest of many calls, for 87 shapes from
 * {@code model-specs} and around them. Only ratios matter. Where two ways are within a tenth of each other,
 * measurements on an AVX2 CPU without AVX-512 decide (Zen 3: the weight gradient of 11x11 with stride 4 takes 37 ms as
 * a product and 230 directly; of 7x7 with stride 2, 25 and 95). {@code KernelBenchmark} and {@code bench --layers}
 * repeat the measurements, and {@code -Dnetwright.way} selects a way; {@code docs/performance.md} has the commands.
 */
public final class CostTable {
    /** The number of channels in a block of the code for AVX2. */
    public static final int AVX2_BLOCK = 8;

    /** The number of channels in a block of the code for AVX-512. */
    public static final int AVX512_BLOCK = 16;

    /** The costs with AVX2: vectors of 8 floats. */
    public static final CostTable AVX2 = new CostTable(
            AVX2_BLOCK,
            Map.of(
                    Direction.FORWARD, new Rates(0, 255, 230),
                    Direction.INPUT_GRADIENT, new Rates(0, 255, 200),
                    Direction.WEIGHT_GRADIENT, new Rates(0, 190, 150)),
            new TreeMap<>(Map.of(1, 25.0, 5, 60.0, 7, 90.0, 9, 100.0)));

    /** The costs with AVX-512: vectors of 16 floats, and 32 registers. */
    public static final CostTable AVX512 = new CostTable(
            AVX512_BLOCK,
            Map.of(
                    Direction.FORWARD, new Rates(800, 480, 350),
                    Direction.INPUT_GRADIENT, new Rates(800, 480, 320),
                    Direction.WEIGHT_GRADIENT, new Rates(700, 430, 280)),
            new TreeMap<>(Map.of(1, 50.0, 5, 200.0, 9, 350.0)));

    /** The side of the kernels for which the library has the algorithm with AVX-512, where it is faster than ours. */
    private static final int LIBRARY_SIDE = 3;

    /** GB/s of the transforms of tiles that stay in a cache, and of weights. */
    private static final double TRANSFORM_RATE = 14;

    /** GB/s of the transforms of tiles that the weight gradient keeps in memory. */
    private static final double KEPT_TRANSFORM_RATE = 7;

    /** Fewer tiles aren't worth a transform of the weights in each pass. */
    private static final int LEAST_TILES = 48;

    /** More bytes of transformed weights, of which a step has two or three tensors, are too much for tiles between the two limits. */
    private static final long MOST_BYTES_FOR_FEW_TILES = 1L << 26;

    /** Fewer tiles aren't worth the memory of weights that stay transformed, which is up to four times that of the weights. */
    private static final int LEAST_TILES_OF_KEPT_WEIGHTS = 192;

    /** GB/s at which direct code reads weights out of memory. */
    private static final double WEIGHT_RATE = 35;

    /** GB/s at which the code for 1x1 windows reads weights out of memory. */
    private static final double POINTWISE_WEIGHT_RATE = 60;

    /** GB/s of gathering patches of few pixels, which stay in a cache. */
    private static final double GATHER_RATE = 25;

    /** Microseconds of a copy besides, of which there is one for each place of a window. */
    private static final double GATHER_START = 2;

    /** Effective GFLOP/s of F(2x2, 3x3) with AVX-512. */
    private static final double SMALL_WINOGRAD_RATE = 900;

    /** Microseconds that F(2x2, 3x3) takes besides, whose steps wait for each other. */
    private static final double SMALL_WINOGRAD_START = 20;

    /** The bytes of transformed weights of F(2x2, 3x3) for each byte of weights. */
    private static final double SMALL_WINOGRAD_WEIGHTS = 16.0 / 9;

    /** More bytes of them would make a prediction of one image by AlexNet an eighth larger. */
    private static final double MOST_SMALL_WINOGRAD_WEIGHTS = 1 << 21;

    /** GB/s of reading those, and for the memory that they take. */
    private static final double SMALL_WINOGRAD_WEIGHT_RATE = 30;

    /** GB/s of a change of layout, where the larger of the two tensors counts once. */
    private static final double LAYOUT_RATE = 10;

    /** GB/s of writing patches and reading them again. */
    private static final double PATCH_RATE = 10;

    /** The number of rows that a matrix product computes at a time. */
    private static final int PRODUCT_ROWS = 32;

    /** Multiply-adds in a microsecond at one GFLOP/s. */
    private static final double PRODUCTS_OF_A_GFLOP = 500;

    private static final double BYTES_OF_A_GIGABYTE = 1000;

    private final int block;
    private final Map<Direction, Rates> rates;
    private final NavigableMap<Integer, Double> pixelRates;

    /**
     * Effective GFLOP/s. Winograd's rate counts the products that the algorithm saves; the direct rate counts the
     * channels that fill up a block.
     *
     * @param winograd 0 if the library has no such code
     */
    private record Rates(double winograd, double direct, double product) {}

    /**
     * A table.
     *
     * @param block channels in a block
     * @param pixelRates rates of the weight gradient over pixels of few channels, by the least side of the kernel
     */
    private CostTable(int block, Map<Direction, Rates> rates, NavigableMap<Integer, Double> pixelRates) {
        this.block = block;
        this.rates = rates;
        this.pixelRates = pixelRates;
    }

    /**
     * The cost of Winograd's algorithm.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @return the time in microseconds; infinite if the library has no such code
     */
    public double winograd(Direction direction, ConvolutionWork work) {
        return time(work.products(block, block), row(direction).winograd());
    }

    /**
     * The cost of Winograd's algorithm F(2x2, 3x3) of few images, beyond what reading the weights costs direct code. Its weights take 16/9 of the
     * memory, beside the weights themselves, so each byte is charged more than reading it takes.
     *
     * @param work the convolution's sizes
     * @return the time in microseconds; infinite if the library has no such code, or its weights take more than 2 MiB
     */
    public double smallWinograd(ConvolutionWork work) {
        double weights = work.weightBytes();
        if (block != AVX512_BLOCK || SMALL_WINOGRAD_WEIGHTS * weights > MOST_SMALL_WINOGRAD_WEIGHTS) {
            return Double.POSITIVE_INFINITY;
        }
        return SMALL_WINOGRAD_START
                + time(work.products(block, block), SMALL_WINOGRAD_RATE)
                + (SMALL_WINOGRAD_WEIGHTS * weights / SMALL_WINOGRAD_WEIGHT_RATE - weights / WEIGHT_RATE)
                        / BYTES_OF_A_GIGABYTE;
    }

    /**
     * Whether few pixels and many weights are faster computed as a 1x1 convolution of patches in blocks of channels, whose code reads weights
     * faster.
     *
     * @param work the convolution's sizes
     * @return whether patches are faster than direct code
     */
    public boolean prefersPatches(ConvolutionWork work) {
        if (block != AVX512_BLOCK) {
            return false;
        }
        double direct = work.weightBytes() / (WEIGHT_RATE * BYTES_OF_A_GIGABYTE);
        // Where multiplying takes longer than reading, other ways that multiply less or gather nothing win.
        if (direct(Direction.FORWARD, work) > direct) {
            return false;
        }
        double patches = work.weightBytes() / (POINTWISE_WEIGHT_RATE * BYTES_OF_A_GIGABYTE)
                + work.patchBytes() / (GATHER_RATE * BYTES_OF_A_GIGABYTE)
                + work.area() * GATHER_START;
        return patches < direct;
    }

    /**
     * The cost of direct code that reads blocks of channels.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @return the time in microseconds
     */
    public double direct(Direction direction, ConvolutionWork work) {
        return time(work.products(block, block), row(direction).direct());
    }

    /**
     * The cost of direct code that reads input channels from planes. The library has it for few input channels only.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @return the time in microseconds
     */
    public double directFromPlanes(Direction direction, ConvolutionWork work) {
        return time(work.products(1, block), row(direction).direct());
    }

    /**
     * The cost of the weight gradient from images whose channels are innermost.
     *
     * @param work the convolution's sizes
     * @return the time in microseconds
     */
    public double pixels(ConvolutionWork work) {
        double rate = work.input().channels() / work.groups() < block
                ? pixelRates.floorEntry(work.side()).getValue()
                : row(Direction.WEIGHT_GRADIENT).product();
        return time(work.products(1, block), rate);
    }

    /**
     * Minimal filtering in tiles by our own kernels, if it is the fastest way to compute a result.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @param threads the number of threads that share the work
     * @param mode a prediction keeps its weights transformed
     * @return nothing if these kernels don't compute it, or not faster than direct code
     */
    public Optional<Tiling> tiling(Direction direction, ConvolutionWork work, int threads, Mode mode) {
        int least = mode == Mode.INFERENCE ? LEAST_TILES_OF_KEPT_WEIGHTS : LEAST_TILES;
        return anyTiling(direction, work, threads)
                .filter(tiling -> block == AVX2_BLOCK || isFasterThanTheLibrary(direction, tiling))
                .filter(tiling -> tiling.tiles() >= least)
                .filter(tiling -> tiling.tiles() >= LEAST_TILES_OF_KEPT_WEIGHTS
                        || tiling.weightFloats() * Float.BYTES <= MOST_BYTES_FOR_FEW_TILES)
                .filter(tiling -> microseconds(tiling, direction) < direct(direction, work));
    }

    /** With AVX-512: the library has the algorithm for 3x3, and sums of the weights' gradient gain less than its transforms cost. */
    private static boolean isFasterThanTheLibrary(Direction direction, Tiling tiling) {
        return tiling.side() != LIBRARY_SIDE && direction != Direction.WEIGHT_GRADIENT;
    }

    /**
     * The same wherever our kernels compute it at all, to measure and to test them.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @param threads the number of threads that share the work
     * @return nothing if these kernels don't compute it
     */
    public Optional<Tiling> anyTiling(Direction direction, ConvolutionWork work, int threads) {
        return work.tilings(direction, block, threads).stream()
                .min(Comparator.comparingDouble(tiling -> microseconds(tiling, direction)));
    }

    private double microseconds(Tiling tiling, Direction direction) {
        double tiles =
                (double) Float.BYTES * tiling.frequencies() * (tiling.inputs() + tiling.outputs()) * tiling.tiles();
        double rate = direction == Direction.WEIGHT_GRADIENT ? KEPT_TRANSFORM_RATE : TRANSFORM_RATE;
        double weights = (double) Float.BYTES * tiling.weightFloats();
        return time(tiling.products(), row(direction).product())
                + (tiles / rate + weights / TRANSFORM_RATE) / BYTES_OF_A_GIGABYTE;
    }

    /**
     * The cost of a copy of patches and a matrix product.
     *
     * @param direction the result to compute
     * @param work the convolution's sizes
     * @return the time in microseconds
     */
    public double product(Direction direction, ConvolutionWork work) {
        return time(work.patchProducts(PRODUCT_ROWS), row(direction).product())
                + work.patchBytes() / (PATCH_RATE * BYTES_OF_A_GIGABYTE);
    }

    /**
     * The cost of copying a tensor into another layout.
     *
     * @param isSame whether both layouts are equal
     * @param fromBytes the size in the old layout
     * @param toBytes the size in the new layout
     * @return the time in microseconds, 0 if the layouts are equal
     */
    public double change(boolean isSame, long fromBytes, long toBytes) {
        return isSame ? 0 : copy(Math.max(fromBytes, toBytes));
    }

    /**
     * The cost of a copy.
     *
     * @param bytes the size of the tensor
     * @return the time in microseconds
     */
    public double copy(long bytes) {
        return bytes / (LAYOUT_RATE * BYTES_OF_A_GIGABYTE);
    }

    private Rates row(Direction direction) {
        Rates row = rates.get(direction);
        if (row == null) {
            throw new IllegalStateException("no rates for " + direction);
        }
        return row;
    }

    private static double time(double products, double rate) {
        return products / (rate * PRODUCTS_OF_A_GFLOP);
    }
}
