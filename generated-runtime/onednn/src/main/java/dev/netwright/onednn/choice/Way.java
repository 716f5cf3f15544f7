package dev.netwright.onednn.choice;

import dev.netwright.onednn.library.WinogradRule;
import org.bytedeco.dnnl.primitive_desc_base;

/** A way of computing a primitive, with the layouts that go with it. */
public enum Way {
    /** Winograd's minimal filtering F(4x4, 3x3) over blocks of channels. */
    WINOGRAD {
        @Override
        boolean accepts(primitive_desc_base answer) {
            // Of many threads it may ask for more scratch than the speed is worth.
            return Code.of(answer) == Code.WINOGRAD
                    && answer.scratchpad_desc().get_size() <= WinogradRule.MOST_SCRATCH_BYTES;
        }
    },

    /** Winograd's minimal filtering F(2x2, 3x3): the library's answer to the same request of few images. */
    SMALL_WINOGRAD {
        @Override
        boolean accepts(primitive_desc_base answer) {
            return Code.of(answer) == Code.SMALL_WINOGRAD
                    && answer.scratchpad_desc().get_size() <= WinogradRule.MOST_SCRATCH_BYTES;
        }
    },

    /** The formula as it is, by generated code, over blocks of channels; a few input channels are also read from planes. */
    DIRECT {
        @Override
        boolean accepts(primitive_desc_base answer) {
            return Code.of(answer) == Code.GENERATED;
        }
    },

    /** The same over pixels whose channels lie next to each other, which fills no block up. */
    PIXELS {
        @Override
        boolean accepts(primitive_desc_base answer) {
            return Code.of(answer) == Code.GENERATED;
        }
    },

    /** A copy of all patches and a product of matrices, over planes. */
    PRODUCT {
        @Override
        boolean accepts(primitive_desc_base answer) {
            Code code = Code.of(answer);
            return code == Code.PRODUCT || code == Code.GENERATED;
        }
    };

    /** Whether the library's answer to such a request is what was asked for, and not some other code for the same layouts. */
    abstract boolean accepts(primitive_desc_base answer);
}
