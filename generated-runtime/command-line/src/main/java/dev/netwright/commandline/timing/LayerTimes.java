package dev.netwright.commandline.timing;

import dev.netwright.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The times of a program's layers in computing order. A layer is known by its name and keeps its times from binding to binding;
 * programs of several batch sizes would be counted together.
 */
public final class LayerTimes {
    private final Map<String, LayerTime> byLayer = new LinkedHashMap<>();

    /** Every layer that was bound. */
    public List<LayerTime> inOrder() {
        return List.copyOf(byLayer.values());
    }

    /**
     * One layer.
     *
     * @throws IllegalArgumentException if none of that name was bound, naming those that were
     */
    public LayerTime of(String layer) {
        LayerTime time = byLayer.get(layer);
        if (time == null) {
            throw new IllegalArgumentException("no layer " + layer + " was bound; there are " + byLayer.keySet());
        }
        return time;
    }

    /** Forgets every call, but not the layers. */
    public void clear() {
        byLayer.values().forEach(time -> {
            time.forward().clear();
            time.backward().clear();
        });
    }

    LayerTime bound(Operation operation) {
        return bound(operation.parameterPrefix(), kind(operation));
    }

    /** {@code local response norm} of a {@code LocalResponseNorm}. */
    private static String kind(Operation operation) {
        return operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    LayerTime bound(String layer, String kind) {
        return byLayer.computeIfAbsent(layer, name -> LayerTime.of(name, kind));
    }
}
