package dev.netwright.commandline.timing;

/**
 * What one layer's kernel took, a duration for each call.
 *
 * @param layer the name under which it was bound
 * @param kind what the kernel is, such as {@code convolution}
 */
public record LayerTime(String layer, String kind, Durations forward, Durations backward) {
    static LayerTime of(String layer, String kind) {
        return new LayerTime(layer, kind, new Durations(), new Durations());
    }
}
