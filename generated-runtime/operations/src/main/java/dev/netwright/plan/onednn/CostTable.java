package dev.netwright.plan.onednn;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a convolution costs by each way, and a change of layout: a committed table for each instruction set, so that the same program
 * gives the same bits on the same kind of CPU. Nothing is timed at run time.
 *
 * <p>Measured with oneDNN 2.5.2 on two cores of an AMD EPYC of family 26 (Zen 5), two threads, natively and limited to AVX2 by
 * {@code ONEDNN_MAX_CPU_ISA}, the fastest of many calls of each of 87 shapes from {@code model-specs} and around them. Only ratios
 * decide. Where two ways are within a tenth of each other, the figures from an AVX2 CPU without AVX-512 (Zen 3: the weight gradient of
 * 11x11 with stride 4, 37 ms as a product and 230 directly; of 7x7 with stride 2, 25 and 95) settle it. {@code KernelBenchmark} and
 * {@code bench --layers} measure again, each way by {@code -Dnetwright.way}; {@code docs/performance.md} has the commands.
 */
public final class CostTable {
    /** Channels in a block of AVX2's code. */
    public static final int AVX2_BLOCK = 8;

    /** Channels in a block of AVX-512's code. */
    public static final int AVX512_BLOCK = 16;

    /** Of 8 lanes. */
    public static final CostTable AVX2 = new CostTable(
            AVX2_BLOCK,
            Map.of(
                    Direction.FORWARD, new Rates(0, 255, 230),
                    Direction.INPUT_GRADIENT, new Rates(0, 255, 200),
                    Direction.WEIGHT_GRADIENT, new Rates(0, 190, 150)),
            new TreeMap<>(Map.of(1, 25.0, 5, 60.0, 7, 90.0, 9, 100.0)));

    /** Of 16 lanes and 32 registers. */
    public static final CostTable AVX512 = new CostTable(
            AVX512_BLOCK,
            Map.of(
                    Direction.FORWARD, new Rates(800, 480, 350),
                    Direction.INPUT_GRADIENT, new Rates(800, 480, 320),
                    Direction.WEIGHT_GRADIENT, new Rates(700, 430, 280)),
            new TreeMap<>(Map.of(1, 50.0, 5, 200.0, 9, 350.0)));

    /** GB/s at which a tensor goes into another layout, counted once, in the wider of the two. */
    private static final double LAYOUT_RATE = 10;

    /** GB/s at which patches are written and read again. */
    private static final double PATCH_RATE = 10;

    /** A product computes 32 rows at a time. */
    private static final int PRODUCT_ROWS = 32;

    /** Products and sums in a microsecond at one GFLOP/s. */
    private static final double PRODUCTS_OF_A_GFLOP = 500;

    private static final double BYTES_OF_A_GIGABYTE = 1000;

    private final int block;
    private final Map<Direction, Rates> rates;
    private final NavigableMap<Integer, Double> pixelRates;

    /**
     * Effective GFLOP/s. Winograd's counts the products that it saves; those of direct code the channels that fill up a block.
     *
     * @param winograd 0 where the library has no such code
     */
    private record Rates(double winograd, double direct, double product) {}

    /**
     * A table.
     *
     * @param block channels in a block
     * @param pixelRates of the weight gradient over pixels of few channels, from a side of the window on
     */
    private CostTable(int block, Map<Direction, Rates> rates, NavigableMap<Integer, Double> pixelRates) {
        this.block = block;
        this.rates = rates;
        this.pixelRates = pixelRates;
    }

    /** Microseconds by Winograd's algorithm. */
    public double winograd(Direction direction, ConvolutionWork work) {
        return time(work.products(block, block), row(direction).winograd());
    }

    /** Microseconds over blocks of channels. */
    public double direct(Direction direction, ConvolutionWork work) {
        return time(work.products(block, block), row(direction).direct());
    }

    /** Microseconds with input channels read from planes, where the library has code that does. */
    public double directFromPlanes(Direction direction, ConvolutionWork work) {
        return time(work.products(1, block), row(direction).direct());
    }

    /** Microseconds of the weight gradient over pixels. */
    public double pixels(ConvolutionWork work) {
        double rate = work.input().channels() / work.groups() < block
                ? pixelRates.floorEntry(work.side()).getValue()
                : row(Direction.WEIGHT_GRADIENT).product();
        return time(work.products(1, block), rate);
    }

    /** Microseconds as patches and a product. */
    public double product(Direction direction, ConvolutionWork work) {
        return time(work.patchProducts(PRODUCT_ROWS), row(direction).product())
                + work.patchBytes() / (PATCH_RATE * BYTES_OF_A_GIGABYTE);
    }

    /**
     * Microseconds for bringing a tensor into another layout, 0 if it is the same.
     *
     * @param isSame whether both layouts are one
     */
    public double change(boolean isSame, long fromBytes, long toBytes) {
        return isSame ? 0 : copy(Math.max(fromBytes, toBytes));
    }

    /** Microseconds for a copy. */
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
