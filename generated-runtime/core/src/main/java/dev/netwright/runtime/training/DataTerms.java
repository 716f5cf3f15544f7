package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.option.OptionTerm;
import dev.netwright.runtime.option.RunOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The entries of a checkpoint that describe its run's images. Computing them reads some of the images. */
final class DataTerms {
    private DataTerms() {}

    static OptionTerm[] ofTrainingImages() {
        return new OptionTerm[] {
            learned("class names", DataTerms::classNames),
            learned("images", Dataset::size),
            learned("images' classes, as a checksum,", DatasetContent::ofClasses),
            learned("images' content, as a checksum,", DatasetContent::of),
            learned("preparation of images", Dataset::preprocessing),
            learned("augmentation", Dataset::augmentations)
        };
    }

    static OptionTerm[] ofTestImages() {
        return new OptionTerm[] {
            tested("test images", test -> Optional.of(test.size() + ", checksum " + DatasetContent.of(test))),
            tested("preparation of test images", Dataset::preprocessing)
        };
    }

    private static OptionTerm learned(String name, Function<Dataset, Object> part) {
        return OptionTerm.of(name, values -> Content.of(part.apply(values.get(LearningOptions.IMAGES))));
    }

    private static OptionTerm tested(String name, Function<Dataset, Optional<?>> part) {
        return OptionTerm.of(
                name,
                values -> values.find(LearningOptions.TEST)
                        .map(test -> Content.of(part.apply(test)))
                        .orElse(RunOption.NONE));
    }

    /** Short enough for a message, however many classes there are. */
    private static String classNames(Dataset data) {
        List<String> labels = data.labels();
        return labels.size() + " from '" + labels.get(0) + "' to '" + labels.get(labels.size() - 1) + "', checksum "
                + FileContent.checksum(String.join("\n", labels));
    }
}
