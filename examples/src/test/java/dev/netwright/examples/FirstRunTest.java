package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirstRunTest {
    @RegisterExtension
    final PrintedOutput printed = new PrintedOutput();

    private final ImageDataset test = FashionMnist.bundledTest().first(20);

    @TempDir
    Path folder;

    @Test
    void trainsSavesAndPredictsWithTheLoadedNetwork() {
        Path file = folder.resolve("new folder").resolve("weights.safetensors");

        int exit = run("--epochs", "1", "--batch", "16", "--seed", "3", "--save", file.toString());

        assertThat(printed.errors()).isEmpty();
        assertThat(exit).isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(printed.output())
                .contains("conv5_2   [N, 64, 6, 6]")
                .contains("32 training and 20 test images; 1 epochs of 2 batches of 16; seed 3")
                .contains("saved to " + file);
        assertThat(printed.output().lines().filter(line -> line.matches(" {6}\\d  (\\S.*?  [01]\\.\\d\\d(  |$)){3}")))
                .as("ten pictures, each with what it shows and three probabilities")
                .hasSize(10)
                .first()
                .asString()
                .startsWith("      0  " + test.labels().get(test.label(0)));
    }

    @Test
    void theLoadedNetworkIsAsGoodAsTheTrainedOne() {
        run(
                "--epochs",
                "2",
                "--batch",
                "8",
                "--save",
                folder.resolve("weights.safetensors").toString());

        assertThat(number("accuracy (\\d\\.\\d{3}) on all 20 test pictures"))
                .isEqualTo(number("epoch 2, .*test acc (\\d\\.\\d{3}), time"));
    }

    @ParameterizedTest
    @CsvSource({
        "--size,     100,    '--size must be 96 or 224, found 100'",
        "--size,     large,  'Invalid value for option ''--size'''",
        "--epochs,   0,      'epochs must be at least 1, found 0'",
        "--batch,    -1,     'batch must be at least 1, found -1'",
        "--save,     .,      '--save must name a file, found the folder .'",
        "--save,     pom.xml/weights, '--save: the folder of pom.xml'",
        "--learning, 1,      'Unknown options: ''--learning'', ''1'''",
    })
    void anOptionThatCannotBeMetEndsWithCode2AndTheReason(String option, String value, String reason) {
        int exit = run(option, value);

        assertThat(exit).isEqualTo(2);
        assertThat(printed.errors()).contains(reason).doesNotContain("\tat ");
        assertThat(printed.output()).isEmpty();
    }

    @Test
    void helpNamesEveryOptionAndItsDefault() {
        int exit = run("--help");

        assertThat(exit).isZero();
        assertThat(printed.output().replaceAll("\\s+", " "))
                .contains("--size", "96 or 224 (default: 96)")
                .contains("--epochs", "(default: 5)")
                .contains("--batch", "(default: 64)")
                .contains("--seed", "(default: 0)")
                .contains("--save", "first-run.safetensors");
    }

    private int run(String... arguments) {
        return new FirstRun(FashionMnist.bundledTrain().first(32), test).execute(arguments);
    }

    private String number(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed.output());
        assertThat(matcher.find()).as("%s in:%n%s", pattern, printed.output()).isTrue();
        return matcher.group(1);
    }
}
