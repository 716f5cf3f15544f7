package dev.netwright.runtime.torch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A library of PyTorch networks, whose tensor names a file can have. */
public enum TorchDialect {
    /** torchvision.models, with names such as {@code layer1.0.conv1.weight}. */
    TORCHVISION("torchvision") {
        @Override
        String spelledAsHere(String tensor, String last) {
            return DENSE_LAYER.matcher(tensor).replaceAll("$1$2");
        }
    },
    /** The book "Dive into Deep Learning", with names such as {@code 1.0.conv1.weight}. */
    D2L("d2l.ai") {
        @Override
        String spelledAsHere(String tensor, String last) {
            Matcher part = NAMED_PART.matcher(tensor);
            String numbered = part.matches()
                    ? number(part.group(1), Integer.parseInt(part.group(2)), last) + part.group(3)
                    : tensor;
            return INCEPTION_BRANCH.matcher(numbered).replaceAll(".p$1");
        }
    };

    /** torchvision's published DenseNets have {@code norm.1} instead of {@code norm1}. */
    private static final Pattern DENSE_LAYER = Pattern.compile("(denselayer\\d+\\.(?:norm|conv))\\.([12]\\.)");

    /** The book's classes name the parts of ResNet and DenseNet; an earlier edition numbers them in one list. */
    private static final Pattern NAMED_PART = Pattern.compile("(b|dense_blk|tran_blk|last\\.)(\\d{1,4})(\\..*)");

    /** The branches of its GoogLeNet are named p in the earlier edition, and b in the later one. */
    private static final Pattern INCEPTION_BRANCH = Pattern.compile("\\.b([1-4]_[12]\\.)");

    private final String owner;

    TorchDialect(String owner) {
        this.owner = owner;
    }

    /** {@return the name in lower case: {@code torchvision} or {@code d2l}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the library's name for messages} */
    public String owner() {
        return owner;
    }

    /**
     * Converts a tensor's name of another edition.
     *
     * @param last name of the network's last tensor in the edition of this class
     */
    abstract String spelledAsHere(String tensor, String last);

    /**
     * A part's index in the list: the stem is 0, ResNet's stages are {@code b2} to {@code b5}, and DenseNet's blocks
     * and transitions alternate.
     */
    private static int number(String kind, int number, String last) {
        int classifier = Integer.parseInt(last.substring(0, last.indexOf('.')));
        return switch (kind) {
            case "b" -> number - 1;
            case "dense_blk" -> 2 * number - 1;
            case "tran_blk" -> 2 * number;
            // After the last block, only DenseNet's norm, four places before the classifier, has other tensors.
            default -> number == 0 ? classifier - 4 : classifier;
        };
    }
}
