package dev.netwright.runtime.checkpoint;

/**
 * A tensor's entry in a safetensors header.
 *
 * @param tensor name and shape
 * @param type type of the stored values
 * @param begin start of the values, in bytes from the start of the data
 */
record TensorHeader(NamedShape tensor, TensorType type, long begin) {

    /** The same entry under another name. */
    TensorHeader named(String name) {
        return new TensorHeader(new NamedShape(name, tensor.shape()), type, begin);
    }

    /**
     * End of the values, exclusive.
     *
     * @throws ArithmeticException if it exceeds a long
     */
    long end() {
        return Math.addExact(begin, type.byteCount(tensor.shape()));
    }
}
