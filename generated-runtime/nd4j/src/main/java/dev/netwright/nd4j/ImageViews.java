package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Views of an array {@code [N, ...]} in which each image's values lie one after the other, whatever lies between two
 * images. ND4J's own reshape would silently copy where images don't follow each other directly.
 */
final class ImageViews {
    private ImageViews() {}

    /** The same values in another shape with the same N and the same number of values. */
    static INDArray reshaped(INDArray array, long... shape) {
        return part(array, 0, shape);
    }

    /** As many values of each image as {@code shape} without N has, from {@code first} on. */
    static INDArray part(INDArray array, long first, long... shape) {
        long[] strides = FlatArray.denseStrides(shape);
        strides[0] = array.stride(0);
        return view(array, first, shape, strides);
    }

    /** A dense array as a matrix with a number of rows. */
    static INDArray matrix(INDArray dense, long rows) {
        long columns = dense.length() / rows;
        return view(dense, 0, new long[] {rows, columns}, new long[] {columns, 1});
    }

    /** Rows {@code [N, K]} in groups: {@code [N / group, group, K]}. */
    static INDArray grouped(INDArray rows, int group) {
        long stride = rows.stride(0);
        return view(
                rows, 0, new long[] {rows.size(0) / group, group, rows.size(1)}, new long[] {group * stride, stride, 1
                });
    }

    /** The first columns of dense rows {@code [N, K]} in groups: {@code [N, count, group]}. */
    static INDArray columns(INDArray rows, long count, long group) {
        return view(rows, 0, new long[] {rows.size(0), count, group}, new long[] {rows.size(1), group, 1});
    }

    /** Image number {@code image} as a dense vector. */
    static INDArray image(INDArray array, int image) {
        return view(array, (long) image * array.stride(0), new long[] {imageSize(array)}, new long[] {1});
    }

    /** Whether images follow each other directly, so that the array is one run of values. */
    static boolean isDense(INDArray array) {
        return array.size(0) == 1 || array.stride(0) == imageSize(array);
    }

    /** Whether two arrays begin at the same float of the same memory; the address is that of the whole memory. */
    static boolean inSamePlace(INDArray left, INDArray right) {
        return left.data().address() == right.data().address() && left.offset() == right.offset();
    }

    private static INDArray view(INDArray array, long first, long[] shape, long[] strides) {
        return Nd4j.create(array.data(), shape, strides, array.offset() + first, 'c');
    }

    private static long imageSize(INDArray array) {
        return array.length() / array.size(0);
    }
}
