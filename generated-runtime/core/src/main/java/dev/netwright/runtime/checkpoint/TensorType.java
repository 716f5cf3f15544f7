package dev.netwright.runtime.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;

/** The safetensors types that are converted to float32, under the format's names. */
enum TensorType {
    /** Float32, the only type in which Netwright computes and writes parameters. */
    F32(Float.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    /** Float64, rounded to the nearest float32. */
    F64(Double.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    /** IEEE 754 binary16. */
    F16(Short.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return ofHalf(bytes.getShort());
        }
    },
    /** Bfloat16, the upper half of a float32. */
    BF16(Short.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    /** Integers, such as a norm's number of batches. */
    I64(Long.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return bytes.getLong();
        }
    };

    private static final int EXPONENT_BIAS = 15;
    private static final int MANTISSA_BITS = 10;

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per value. */
    int bytes() {
        return bytes;
    }

    /** Reads the value at a little-endian buffer's position, and advances it. */
    abstract float next(ByteBuffer bytes);

    /**
     * Bytes of a tensor with non-negative {@code sizes}.
     *
     * @throws ArithmeticException if the number exceeds a long
     */
    long byteCount(List<Long> sizes) {
        long count = bytes;
        for (long size : sizes) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    /** Exact, because each binary16 number is a float32 number. */
    private static float ofHalf(short bits) {
        int exponent = bits >> MANTISSA_BITS & 0x1F;
        int mantissa = bits & 0x3FF;
        float size = switch (exponent) {
            case 0 -> Math.scalb((float) mantissa, 1 - EXPONENT_BIAS - MANTISSA_BITS);
            case 0x1F -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Math.scalb((float) (mantissa | 1 << MANTISSA_BITS), exponent - EXPONENT_BIAS - MANTISSA_BITS);
        };
        return bits < 0 ? -size : size;
    }
}
