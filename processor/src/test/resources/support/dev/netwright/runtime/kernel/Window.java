package dev.netwright.runtime.kernel;

public record Window(
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int paddingHeight,
        int paddingWidth,
        int dilationHeight,
        int dilationWidth) {
        public static Window square(int kernel, int stride, int padding) {
        return of(kernel, kernel, stride, stride, padding, padding);
    }

        public static Window of(
            int kernelHeight,
            int kernelWidth,
            int strideHeight,
            int strideWidth,
            int paddingHeight,
            int paddingWidth) {
        return new Window(kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, 1, 1);
    }

        public Window dilated(int rows, int columns) {
        return new Window(
                kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, rows, columns);
    }
}
