package dev.netwright.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** CUDA was asked for and can't be had; the message names every reason. */
public final class CudaUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CudaUnavailableException(List<String> reasons, @Nullable Throwable cause) {
        super(
                "CUDA was asked for, but " + String.join("; ", reasons)
                        + ". Mend that, or ask for the kernels called onednn or nd4j, which run on the CPU",
                cause);
    }
}
