package dev.netwright.commandline.timing;

/**
 * The times of one layer's kernel, a duration for each call.
 *
 * @param layer name under which the layer was bound
 * @param kind kind of the kernel, such as {@code convolution}
 * @param forward durations of forward calls
 * @param backward durations of backward calls
 */
public record LayerTime(String layer, String kind, Durations forward, Durations backward) {
    static LayerTime of(String layer, String kind) {
        return new LayerTime(layer, kind, new Durations(), new Durations());
    }
}
