package dev.netwright.runtime.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;

/** The types of safetensors that become float32 here, by the names that the format has for them. */
enum TensorType {
    /** Float32, the only one that Netwright computes in and writes parameters as. */
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
    /** The upper half of a float32. */
    BF16(Short.BYTES) {
        @Override
        float next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    /** Whole numbers, such as the batches that a norm has counted. */
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

    /** Bytes of one value. */
    int bytes() {
        return bytes;
    }

    /** The value at a little-endian buffer's position, which moves on. */
    abstract float next(ByteBuffer bytes);

    /** Bytes of a tensor of non-negative {@code sizes}; {@link ArithmeticException} if they exceed a long. */
    long byteCount(List<Long> sizes) {
        long count = bytes;
        for (long size : sizes) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    /** Exact: each binary16 number is a float32 number. */
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
