package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of blocks in 0.1 and today. */
final class EarlierNamesTest {
    @ParameterizedTest
    @CsvSource({
        "layer3_2, layer3.1",
        "layer3_2_conv1, layer3.1.conv1",
        "layer12_30_conv1_norm, layer12.29.conv1_norm",
        "layer1_1_conv1.norm.running_mean, layer1.0.conv1.norm.running_mean"
    })
    void areTranslatedInBothDirections(String earlier, String today) {
        assertThat(EarlierNames.today(earlier)).isEqualTo(today);
        assertThat(EarlierNames.earlier(today)).isEqualTo(earlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer3",
                "layer3_",
                "layer3_0_conv",
                "layer0_1_conv1",
                "layer3_2x",
                "stage1_2_conv1",
                "dense1_2_conv1",
                ""
            })
    void othersStayTheSame(String name) {
        assertThat(EarlierNames.today(name)).isEqualTo(name);
        assertThat(EarlierNames.earlier(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource("optimizer/layer1_2_conv1.weight.exp_avg, optimizer/layer1.1.conv1.weight.exp_avg")
    void anOptimizersTensorsAreTranslatedWithTheirParameters(String earlier, String today) {
        assertThat(EarlierNames.today(earlier)).isEqualTo(today);
    }
}
