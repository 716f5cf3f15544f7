package dev.netwright.runtime.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of a run.
 *
 * @param device the device by PyTorch's name, such as {@code cpu}
 * @param epochs results of the epochs since the run started or resumed, in order; empty if it was stopped within the
 *     first
 * @param imagesPerSecond training images per second of training steps (forward, backward, update); 0 without a step
 * @param best the best epoch by the metric of {@link Training#best}; empty if no epoch ended or every value was NaN
 * @param reason why the run ended
 * @param lastEpoch number of the last epoch that ended, counted from the start of the run; 0 if none ended
 * @param kept the best epoch, if the network has its weights; empty if it has the weights of the last step
 */
public record RunEnd(
        String device,
        List<EpochEnd> epochs,
        double imagesPerSecond,
        Optional<BestEpoch> best,
        StopReason reason,
        int lastEpoch,
        Optional<BestEpoch> kept) {
    private static final String PREFIX = "trained.";
    private static final String EPOCH = PREFIX + "epoch";

    /**
     * Copies the list.
     *
     * @param device the device by PyTorch's name, such as {@code cpu}
     * @param epochs results of the epochs since the run started or resumed, in order; empty if it was stopped within
     *     the first
     * @param imagesPerSecond training images per second of training steps (forward, backward, update); 0 without a step
     * @param best the best epoch by the metric of {@link Training#best}; empty if no epoch ended or every value was NaN
     * @param reason why the run ended
     * @param lastEpoch number of the last epoch that ended, counted from the start of the run; 0 if none ended
     * @param kept the best epoch, if the network has its weights; empty if it has the weights of the last step
     */
    public RunEnd {
        epochs = List.copyOf(epochs);
    }

    /**
     * The entries of a weights file about this run: {@code trained.epoch}, the epoch whose weights the network has, and
     * {@code trained.best_by} and {@code trained.best_value} of the best epoch.
     *
     * @return entries by key; empty if the run was stopped within an epoch and has the weights of its last step
     */
    public Map<String, String> toMetadata() {
        if (kept.isPresent()) {
            return Map.of(
                    EPOCH,
                    Integer.toString(kept.get().epoch()),
                    PREFIX + "best_by",
                    kept.get().metric().name(),
                    PREFIX + "best_value",
                    Double.toString(kept.get().value()));
        }
        return reason == StopReason.TIME_LIMIT ? Map.of() : Map.of(EPOCH, Integer.toString(lastEpoch));
    }

    /**
     * Selects what {@link #toMetadata} wrote from all metadata of a weights file.
     *
     * @param entries all metadata by key
     * @return the entries about the run by key
     */
    public static Map<String, String> fromMetadata(Map<String, String> entries) {
        Map<String, String> found = new HashMap<>(entries);
        found.keySet().removeIf(key -> !key.startsWith(PREFIX));
        return found;
    }

    /** {@return results of the last epoch that ended; empty if none did} */
    public Optional<EpochEnd> last() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }
}
