package dev.netwright.operation;

/** What a network learns of each image. It follows from the network's loss, and a data set says which one it has. */
public sealed interface Target {
    /** {@return the number of values that the network gives for an image} */
    int outputs();

    /** {@return the number of values that the target of one image takes} */
    int values();

    /** {@return a few words for messages, such as {@code one of 10 classes}} */
    String text();

    /**
     * One class of several: the target is the number of the class, and the outputs are logits of a softmax.
     *
     * @param classes number of classes, at least 1
     */
    record OneClass(int classes) implements Target {
        @Override
        public int outputs() {
            return classes;
        }

        @Override
        public int values() {
            return 1;
        }

        @Override
        public String text() {
            return "one of " + classes + " classes";
        }
    }

    /**
     * Any number of labels, independent of each other: the target is 1 for each label that the image has and 0 for the others, and the
     * outputs are logits of a sigmoid each.
     *
     * @param labels number of labels, at least 1
     */
    record SeveralLabels(int labels) implements Target {
        @Override
        public int outputs() {
            return labels;
        }

        @Override
        public int values() {
            return labels;
        }

        @Override
        public String text() {
            return "any of " + labels + (labels == 1 ? " label" : " labels");
        }
    }

    /**
     * Numbers: the target and the outputs are the numbers themselves.
     *
     * @param count how many numbers, at least 1
     */
    record Numbers(int count) implements Target {
        @Override
        public int outputs() {
            return count;
        }

        @Override
        public int values() {
            return count;
        }

        @Override
        public String text() {
            return count == 1 ? "1 number" : count + " numbers";
        }
    }
}
