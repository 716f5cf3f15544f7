package dev.netwright.runtime.torch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose PyTorch networks name their tensors so. */
public enum TorchDialect {
    /** torchvision.models, such as {@code layer1.0.conv1.weight}. */
    TORCHVISION("torchvision") {
        @Override
        String spelledAsHere(String tensor, String last) {
            return DENSE_LAYER.matcher(tensor).replaceAll("$1$2");
        }
    },
    /** The book "Dive into Deep Learning", such as {@code 1.0.conv1.weight}. */
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

    /** torchvision's published DenseNets have {@code norm.1} for {@code norm1}. */
    private static final Pattern DENSE_LAYER = Pattern.compile("(denselayer\\d+\\.(?:norm|conv))\\.([12]\\.)");

    /** The book's classes name the parts of ResNet and DenseNet where its earlier edition counts them in one list. */
    private static final Pattern NAMED_PART = Pattern.compile("(b|dense_blk|tran_blk|last\\.)(\\d{1,4})(\\..*)");

    /** Its GoogLeNet's branches are called p in the earlier edition, b in the later. */
    private static final Pattern INCEPTION_BRANCH = Pattern.compile("\\.b([1-4]_[12]\\.)");

    private final String owner;

    TorchDialect(String owner) {
        this.owner = owner;
    }

    /** Its name in lower case: {@code torchvision} or {@code d2l}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose it is, for people. */
    public String owner() {
        return owner;
    }

    /**
     * A tensor's name where another edition spells it otherwise.
     *
     * @param last name of the network's last tensor as it is spelled here
     */
    abstract String spelledAsHere(String tensor, String last);

    /** A part's place in the list: the stem is 0, ResNet's stages are {@code b2} to {@code b5}, DenseNet's blocks and transitions alternate. */
    private static int number(String kind, int number, String last) {
        int classifier = Integer.parseInt(last.substring(0, last.indexOf('.')));
        return switch (kind) {
            case "b" -> number - 1;
            case "dense_blk" -> 2 * number - 1;
            case "tran_blk" -> 2 * number;
            // Of what stands last only DenseNet's norm, four places before the classifier, has tensors besides.
            default -> number == 0 ? classifier - 4 : classifier;
        };
    }
}
