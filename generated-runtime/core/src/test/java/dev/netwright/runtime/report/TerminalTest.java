package dev.netwright.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> USUAL = Map.of("TERM", "xterm-256color");

    @Test
    void aTerminalIsAsWideAsItSays() {
        assertThat(Terminal.of(USUAL, true, Optional.of("24 132\n"))).isEqualTo(new Terminal(true, true, 132));
        assertThat(Terminal.of(Map.of("TERM", "xterm", "COLUMNS", "60"), true, Optional.empty()))
                .isEqualTo(new Terminal(true, true, 60));
    }

    @Test
    void ofUnknownWidthItHasEightyColumns() {
        for (String size : new String[] {"", "0 0", "unknown"}) {
            assertThat(Terminal.of(USUAL, true, Optional.of(size)).columns())
                    .as(size)
                    .isEqualTo(80);
        }
        assertThat(Terminal.of(USUAL, true, Optional.empty()).columns()).isEqualTo(80);
    }

    @Test
    void noColorIsHonouredUnlessItIsEmpty() {
        assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, Optional.empty()))
                .isEqualTo(new Terminal(true, false, 80));
        assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", ""), true, Optional.empty())
                        .hasColors())
                .isTrue();
        assertThat(Terminal.of(Map.of(), true, Optional.empty()).hasColors()).isFalse();
    }

    @Test
    void dumbTerminalsAndPipesGetPlainLines() {
        assertThat(Terminal.of(Map.of("TERM", "dumb"), true, Optional.of("24 80")))
                .isEqualTo(Terminal.none());
        assertThat(Terminal.of(USUAL, false, Optional.empty())).isEqualTo(Terminal.none());
        assertThat(Terminal.none().isInteractive()).isFalse();
    }
}
