package dev.netwright.runtime.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkupTest {
    @Test
    void escapesWhateverIsPutIntoATemplate() {
        assertThat(Markup.of("<p title=\"{}\">{}</p>", "\"'", "<b>&").toString())
                .isEqualTo("<p title=\"&quot;&#39;\">&lt;b&gt;&amp;</p>");
    }

    @Test
    void replacesWhatXmlDoesntAllow() {
        assertThat(Markup.of("{}", "a\0b\u001bc\uffffd\ud800e\uD83D\uDE00").toString())
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uD83D\uDE00");
    }

    @Test
    void takesMarkupAsItIs() {
        assertThat(Markup.of("<p>{}</p>", Markup.of("<b>{}</b>", "&")).toString())
                .isEqualTo("<p><b>&amp;</b></p>");
    }

    @Test
    void roundsCoordinatesToTenths() {
        assertThat(Markup.of("{} {} {} {}", 12.0, 12.26, -0.04, -3.5).toString())
                .isEqualTo("12 12.3 0 -3.5");
    }

    @Test
    void doesntFillTheBracesOfAValue() {
        assertThat(Markup.of("{}-{}", "{}", 1).toString()).isEqualTo("{}-1");
    }

    @Test
    void wantsAValueForEachPlace() {
        assertThatThrownBy(() -> Markup.of("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Markup.of("", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
