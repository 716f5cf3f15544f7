package dev.netwright.runtime.checkpoint;

/**
 * One tensor's entry in a safetensors header; its type is always F32.
 *
 * @param tensor its name and shape
 * @param begin where its values begin, in bytes from the start of the data section
 */
record TensorHeader(NamedShape tensor, long begin) {

    /** Where the values end, exclusive; an {@link ArithmeticException} if that exceeds a long. */
    long end() {
        return Math.addExact(begin, tensor.byteCount());
    }
}
