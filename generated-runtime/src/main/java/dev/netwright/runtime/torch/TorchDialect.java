package dev.netwright.runtime.torch;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whose PyTorch networks name their tensors so. */
public enum TorchDialect {
    /** torchvision.models, such as {@code layer1.0.conv1.weight}. */
    TORCHVISION("torchvision", "(denselayer\\d+\\.(?:norm|conv))\\.([12]\\.)", "$1$2"),
    /** The book "Dive into Deep Learning", such as {@code 1.0.conv1.weight}. */
    D2L("d2l.ai", "\\.b([1-4]_[12]\\.)", ".p$1");

    private final String owner;
    private final Pattern older;
    private final String today;

    TorchDialect(String owner, String older, String today) {
        this.owner = owner;
        this.older = Pattern.compile(older);
        this.today = today;
    }

    /** Its name in lower case: {@code torchvision} or {@code d2l}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose it is, for people. */
    public String owner() {
        return owner;
    }

    /** A tensor's name where it was spelled otherwise once: torchvision's DenseNet had {@code norm.1}, the book's editions differ in GoogLeNet. */
    String spelledAsToday(String tensor) {
        return older.matcher(tensor).replaceAll(today);
    }
}
