package dev.netwright.cuda;

import dev.netwright.runtime.engine.EngineUnavailableException;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.WordedFault;
import dev.netwright.runtime.fault.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program asks for CUDA, but no GPU can compute here. The message names every reason. */
public final class CudaUnavailableException extends EngineUnavailableException implements WordedFault {
    private static final long serialVersionUID = 1L;

    private static final List<Fix> FIXES = List.of(
            Fix.of("correct that"),
            Fix.of("ask for the kernels called onednn or nd4j, which run on the CPU, with ", Setting.KERNELS));

    /** The fault without its fix. */
    private final String fault;

    CudaUnavailableException(List<String> reasons, @Nullable Throwable cause) {
        this("CUDA was asked for, but " + String.join("; ", reasons), cause);
    }

    private CudaUnavailableException(String fault, @Nullable Throwable cause) {
        super(Fix.text(fault, FIXES, Wording.JAVA), fault, cause);
        this.fault = fault;
    }

    @Override
    public String message(Wording wording) {
        return Fix.text(fault, FIXES, wording);
    }
}
