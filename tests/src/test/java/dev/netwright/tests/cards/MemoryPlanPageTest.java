package dev.netwright.tests.cards;

import dev.netwright.runtime.network.NetworkType;
import dev.netwright.tests.models.ModelClasses;
import dev.netwright.tests.pages.GeneratedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How near the plan of every network is to the least; {@code -Dgolden.update=true} writes the table of the page anew. */
final class MemoryPlanPageTest {
    private static final Path PAGE = Path.of("..", "docs", "memory-plan.md");
    private static final String HEAD = """
            | network | training | live at most | ratio | prediction | live at most | ratio |
            |---|--:|--:|--:|--:|--:|--:|
            """;

    @Test
    void thePageHasTheTableOfAllNetworks() throws IOException {
        new GeneratedTable(PAGE, HEAD)
                .assertRows(ModelClasses.types().stream()
                        .sorted(Comparator.comparing(NetworkType::name))
                        .map(MemoryPlanPageTest::line));
    }

    private static String line(NetworkType<?> type) {
        Card card = Card.of(type);
        String[] parts = type.name().split("\\.", -1);
        return "| `" + parts[parts.length - 2] + "." + parts[parts.length - 1] + "` | " + cells(card.training()) + " | "
                + cells(card.inference()) + " |\n";
    }

    private static String cells(Card.Memory memory) {
        return String.format(
                Locale.ROOT,
                "%,d | %,d | %.3f",
                memory.bytes(),
                memory.live(),
                (double) memory.bytes() / memory.live());
    }
}
