package dev.netwright.onednn.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_winograd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

import dev.netwright.onednn.choice.Code;
import java.util.Optional;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.pooling_forward;
import org.junit.jupiter.api.Test;

final class PrimitiveRequestTest {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    @Test
    void whatTheLibraryHasNoCodeForIsNoAnswer() {
        // Winograd's algorithm is for windows of 3x3.
        convolution_forward.desc operation = new convolution_forward.desc(
                dnnl_forward_inference,
                dnnl_convolution_winograd,
                Layout.any(1, 16, 8, 8).description(),
                Layout.any(16, 16, 5, 5).description(),
                Layout.plain(16).description(),
                Layout.any(1, 16, 4, 4).description(),
                ONE,
                NONE,
                NONE,
                NONE);

        Optional<convolution_forward.primitive_desc> answer = PrimitiveRequest.ask(
                operation.data(), Attributes.plain(), null, convolution_forward.primitive_desc::new);

        assertThat(answer).isEmpty();
    }

    @Test
    void anAnswerNamesItsCode() {
        pooling_forward.primitive_desc answer = PrimitiveRequest.ask(
                        pool().data(), Attributes.plain(), null, pooling_forward.primitive_desc::new)
                .orElseThrow();

        assertThat(Code.of(answer)).isEqualTo(Code.GENERATED);
    }

    @Test
    void anyOtherRefusalIsAnErrorWithItsStatus() {
        pooling_forward.desc wrong = pool();
        wrong.data().primitive_kind(-1);

        assertThatThrownBy(() -> PrimitiveRequest.ask(
                        wrong.data(), Attributes.plain(), null, pooling_forward.primitive_desc::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 2");
    }

    private static pooling_forward.desc pool() {
        return new pooling_forward.desc(
                dnnl_forward_inference,
                dnnl_pooling_max,
                Layout.blocked(1, 16, 4, 4).description(),
                Layout.any(1, 16, 2, 2).description(),
                new long[] {2, 2},
                new long[] {2, 2},
                NONE,
                NONE);
    }
}
