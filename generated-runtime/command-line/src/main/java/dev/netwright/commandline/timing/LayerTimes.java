package dev.netwright.commandline.timing;

import dev.netwright.operation.Operation;
import dev.netwright.runtime.kernel.InferenceKernel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The times of a program's layers in computing order. A layer is identified by its name, so its times from several
 * bindings are combined, even of different batch sizes.
 */
public final class LayerTimes {
    private final Map<String, LayerTime> byLayer = new LinkedHashMap<>();

    /** {@return the times of all bound layers} */
    public List<LayerTime> inOrder() {
        return List.copyOf(byLayer.values());
    }

    /**
     * The times of one layer.
     *
     * @param layer the layer's name
     * @return the times
     * @throws IllegalArgumentException if no layer of this name was bound; the message lists the bound ones
     */
    public LayerTime of(String layer) {
        LayerTime time = byLayer.get(layer);
        if (time == null) {
            throw new IllegalArgumentException("no layer " + layer + " was bound; there are " + byLayer.keySet());
        }
        return time;
    }

    /** Forgets all times, but not the layers. */
    public void clear() {
        byLayer.values().forEach(time -> {
            time.forward().clear();
            time.backward().clear();
        });
    }

    LayerTime bound(Operation operation, InferenceKernel kernel) {
        return bound(operation.parameterPrefix(), kind(operation), kernel.code());
    }

    /** {@code local response norm} for a {@code LocalResponseNorm}. */
    private static String kind(Operation operation) {
        return operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    LayerTime bound(String layer, String kind, String code) {
        return byLayer.computeIfAbsent(layer, name -> LayerTime.of(name, kind, code));
    }
}
