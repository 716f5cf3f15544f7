package dev.netwright.runtime.checkpoint;

/**
 * One tensor's entry in a safetensors header.
 *
 * @param tensor its name and shape
 * @param type what its values are written as
 * @param begin where its values begin, in bytes from the start of the data section
 */
record TensorHeader(NamedShape tensor, TensorType type, long begin) {

    /** Where the values end, exclusive; an {@link ArithmeticException} if that exceeds a long. */
    long end() {
        return Math.addExact(begin, type.byteCount(tensor.shape()));
    }
}
