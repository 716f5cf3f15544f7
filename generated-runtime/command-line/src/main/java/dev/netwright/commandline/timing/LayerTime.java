package dev.netwright.commandline.timing;

/**
 * The times of one layer's kernel, a duration for each call.
 *
 * @param layer name under which the layer was bound
 * @param kind kind of the kernel, such as {@code convolution}
 * @param code the code that computes it; empty if the kernel set doesn't say
 * @param forward durations of forward calls
 * @param backward durations of backward calls
 */
public record LayerTime(String layer, String kind, String code, Durations forward, Durations backward) {
    static LayerTime of(String layer, String kind, String code) {
        return new LayerTime(layer, kind, code, new Durations(), new Durations());
    }
}
