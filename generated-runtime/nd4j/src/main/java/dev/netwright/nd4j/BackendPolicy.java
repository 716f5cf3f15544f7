package dev.netwright.nd4j;

import dev.netwright.runtime.engine.session.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The differences between ND4J's backends, each with its reason. */
enum BackendPolicy {
    /** ND4J's CPU backend: every oneDNN helper that these kernels reach is correct, and the host may read any view. */
    CPU {
        @Override
        boolean allowsHelper(String operation) {
            return true;
        }

        @Override
        boolean helpersClipWindows() {
            return true;
        }

        @Override
        HostArray hostArray(INDArray array) {
            return new CpuHostArray(array);
        }

        @Override
        void copyIn(float[] source, INDArray view) {
            new CpuHostArray(view).write(source, source.length);
        }

        @Override
        void copyOut(INDArray view, float[] target) {
            new CpuHostArray(view).read(target);
        }

        @Override
        void copyOut(FlatArray array, long first, float[] target, int count) {
            new CpuHostArray(array.whole()).read(first, target, count);
        }
    },
    /** ND4J's CUDA backend. Works on the CPU backend as well, which is how it is tested without a GPU. */
    CUDA {
        @Override
        boolean allowsHelper(String operation) {
            return switch (operation) {
                // cuDNN's convolution helpers leak device memory at every call in 1.0.0-M2.1.
                case "conv2d", "conv2d_bp" -> false;
                // The helper hands the gradient to cuDNN where cuDNN expects the forward output.
                case "maxpool2d_bp" -> false;
                default -> true;
            };
        }

        /**
         * cuDNN only gets the padding before the first window, and accepts only the output size that follows from it.
         */
        @Override
        boolean helpersClipWindows() {
            return false;
        }

        @Override
        HostArray hostArray(INDArray array) {
            return new BufferHostArray(array);
        }

        @Override
        void copyIn(float[] source, INDArray view) {
            try (INDArray uploaded = Nd4j.create(source, view.shape(), 'c')) {
                view.assign(uploaded);
            }
        }

        /** A copy first: reading a view would move the whole vector to the host. */
        @Override
        void copyOut(INDArray view, float[] target) {
            copyOut(view, target, target.length);
        }

        @Override
        void copyOut(FlatArray array, long first, float[] target, int count) {
            copyOut(array.view(first, count), target, count);
        }

        private static void copyOut(INDArray view, float[] target, int count) {
            try (INDArray copy = view.dup('c')) {
                System.arraycopy(copy.data().asFloat(), 0, target, 0, count);
            }
        }
    };

    /** Whether an operation may use the vendor's library. */
    abstract boolean allowsHelper(String operation);

    /** Whether the vendor's pools compute windows that reach past the padded image. */
    abstract boolean helpersClipWindows();

    /** The host's access to an array. */
    abstract HostArray hostArray(INDArray array);

    /** Fills a dense view from the start of an array. */
    abstract void copyIn(float[] source, INDArray view);

    /** Copies a dense view's values out. */
    abstract void copyOut(INDArray view, float[] target);

    /**
     * Copies {@code count} numbers from {@code first} on to the start of {@code target}; on the CPU without an array of
     * its own.
     */
    abstract void copyOut(FlatArray array, long first, float[] target, int count);
}
