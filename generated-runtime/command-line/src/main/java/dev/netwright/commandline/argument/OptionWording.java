package dev.netwright.commandline.argument;

import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.Wording;
import dev.netwright.runtime.training.RunOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A command's words for settings in messages. The options of a run have their own list; here are the others. */
record OptionWording(CommandSpec command) implements Wording {
    /** An option, with its value if that is fixed. */
    private record Words(String option, String value) {
        Words(String option) {
            this(option, "");
        }
    }

    private static final Map<Setting, Words[]> WORDS = new EnumMap<>(Map.ofEntries(
            entry(Setting.SKIP_UNREADABLE, new Words("--skip-unreadable")),
            entry(Setting.CACHED, new Words("--cached")),
            entry(Setting.LABEL_COLUMNS, new Words("--labels")),
            entry(Setting.SHARE, new Words("--split")),
            entry(Setting.TEST_DATA, new Words("--test-data")),
            entry(Setting.BUNDLED, new Words("--bundled"), new Words("--data", " bundled")),
            entry(Setting.NETWORK, new Words("--network"))));

    private static Map.Entry<Setting, Words[]> entry(Setting setting, Words... words) {
        return Map.entry(setting, words);
    }

    /** The first option of the setting that the command has. */
    @Override
    public Optional<String> of(Setting setting) {
        Words[] ofRun = RunOptions.ALL.stream()
                .filter(option -> option.words().setting().equals(Optional.of(setting)))
                .flatMap(option -> option.words().flag().stream())
                .map(Words::new)
                .toArray(Words[]::new);
        for (Words words : WORDS.getOrDefault(setting, ofRun)) {
            if (command.findOption(words.option) != null) {
                return Optional.of(words.option + words.value);
            }
        }
        return Optional.empty();
    }
}
