package dev.netwright.onednn.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

import dev.netwright.onednn.library.Attributes;
import dev.netwright.onednn.library.Layout;
import dev.netwright.onednn.library.PrimitiveRequest;
import java.util.Optional;
import org.bytedeco.dnnl.pooling_forward;
import org.junit.jupiter.api.Test;

final class CandidatesTest {
    /** One channel over planes, which no instruction set has generated code for. */
    private final pooling_forward.primitive_desc portable = pool(Layout.plain(1, 1, 4, 4));

    private final pooling_forward.primitive_desc generated = pool(Layout.blocked(1, 1, 4, 4));

    @Test
    void theCheapestIsTakenInWhateverOrderTheyCome() {
        pooling_forward.primitive_desc other = pool(Layout.blocked(1, 1, 4, 4));

        assertThat(new Candidates<pooling_forward.primitive_desc>()
                        .or(Way.DIRECT, 2, () -> Optional.of(generated))
                        .or(Way.DIRECT, 1, () -> Optional.of(other))
                        .cheapest())
                .isSameAs(other);
    }

    @Test
    void ofEquallyCheapOnesTheFirstIsTaken() {
        assertThat(new Candidates<pooling_forward.primitive_desc>()
                        .or(Way.DIRECT, 1, () -> Optional.of(generated))
                        .or(Way.DIRECT, 1, () -> {
                            throw new AssertionError("asked for without need");
                        })
                        .cheapest())
                .isSameAs(generated);
    }

    @Test
    void anAnswerWithOtherCodeThanWasAskedForIsTakenOnlyIfThereIsNothingElse() {
        assertThat(new Candidates<pooling_forward.primitive_desc>()
                        .or(Way.DIRECT, 1, () -> Optional.of(portable))
                        .or(Way.DIRECT, 2, () -> Optional.of(generated))
                        .cheapest())
                .isSameAs(generated);
        assertThat(new Candidates<pooling_forward.primitive_desc>()
                        .or(Way.DIRECT, 1, () -> Optional.of(portable))
                        .or(Way.DIRECT, 2, Optional::empty)
                        .cheapest())
                .isSameAs(portable);
    }

    @Test
    void anErrorIsNotSkipped() {
        Candidates<pooling_forward.primitive_desc> candidates = new Candidates<pooling_forward.primitive_desc>()
                .or(Way.DIRECT, 1, () -> {
                    throw new IllegalStateException("a wrong request");
                })
                .or(Way.DIRECT, 2, () -> Optional.of(generated));

        assertThatThrownBy(candidates::cheapest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a wrong request");
    }

    @Test
    void noCodeAtAllIsAnError() {
        Candidates<pooling_forward.primitive_desc> candidates =
                new Candidates<pooling_forward.primitive_desc>().or(Way.DIRECT, 1, Optional::empty);

        assertThatThrownBy(candidates::cheapest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("oneDNN has no code for a primitive");
    }

    private static pooling_forward.primitive_desc pool(Layout images) {
        pooling_forward.desc operation = new pooling_forward.desc(
                dnnl_forward_inference,
                dnnl_pooling_max,
                images.description(),
                Layout.any(1, 1, 2, 2).description(),
                new long[] {2, 2},
                new long[] {2, 2},
                new long[] {0, 0},
                new long[] {0, 0});
        return PrimitiveRequest.ask(operation.data(), Attributes.plain(), null, pooling_forward.primitive_desc::new)
                .orElseThrow();
    }
}
