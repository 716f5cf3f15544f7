package dev.netwright.processor.writer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SourceTidierTest {
    @Test
    void joinsJavadocOfOneLine() {
        assertThat(SourceTidier.tidy("""
                    /**
                     * A pool.
                     */
                    Pool pool;
                """)).isEqualTo("""
                    /** A pool. */
                    Pool pool;
                """);
    }

    @Test
    void leavesLongerJavadocAlone() {
        String source = """
                /**
                 * A pool
                 * of windows.
                 */
                class Pool {}
                """;

        assertThat(SourceTidier.tidy(source)).isEqualTo(source);
    }

    @Test
    void joinsRunsOfPlainFieldsOnly() {
        assertThat(SourceTidier.tidy("""
                class Block {
                    private final Pool pool1;

                    private final Pool pool2;

                    private final Pool pool3;

                    Block() {}

                    private static final int A = 1;

                    private final int b = 2;

                    private final int c;
                }
                """)).isEqualTo("""
                class Block {
                    private final Pool pool1;
                    private final Pool pool2;
                    private final Pool pool3;

                    Block() {}

                    private static final int A = 1;

                    private final int b = 2;

                    private final int c;
                }
                """);
    }

    @Test
    void joinsEmptyBodiesOnly() {
        assertThat(SourceTidier.tidy("""
                class Layers {
                    private Layers() {
                    }

                    void list() {
                        Pool pool;
                    }
                }
                """)).isEqualTo("""
                class Layers {
                    private Layers() {}

                    void list() {
                        Pool pool;
                    }
                }
                """);
    }

    @Test
    void leavesTextThatOnlyLooksAlikeInStringsAlone() {
        String source = """
                String s = "private final Pool pool;\\n\\nprivate final Pool other;";
                """;

        assertThat(SourceTidier.tidy(source)).isEqualTo(source);
    }
}
