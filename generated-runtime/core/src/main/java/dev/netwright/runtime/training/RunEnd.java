package dev.netwright.runtime.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param device as PyTorch would name it
 * @param epochs those that ended since the run began or was resumed, in order; none if it was stopped within its first
 * @param imagesPerSecond training images by the time of the training steps alone: forward, backward, update; 0 without a step
 * @param best the best epoch, by the metric of {@link Training#best}
 * @param reason why it ended
 * @param lastEpoch that ended, whether before the run was resumed or behind it; 0 if none did
 * @param kept the epoch whose weights the network has, if it was to have the best's; empty if it has the weights of the last step
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

    /** Copies the list. */
    public RunEnd {
        epochs = List.copyOf(epochs);
    }

    /**
     * What a weights file says of the network at the end: {@code trained.epoch}, whose weights it has, and of the best epoch
     * {@code trained.best_by} and {@code trained.best_value}. Nothing of one that was stopped within an epoch.
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

    /** What {@link #toMetadata} wrote, among all that a weights file says. */
    public static Map<String, String> fromMetadata(Map<String, String> entries) {
        Map<String, String> found = new HashMap<>(entries);
        found.keySet().removeIf(key -> !key.startsWith(PREFIX));
        return found;
    }

    /** The last epoch that ended, if one did. */
    public Optional<EpochEnd> last() {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }
}
