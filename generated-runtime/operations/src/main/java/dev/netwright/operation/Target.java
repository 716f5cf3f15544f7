package dev.netwright.operation;

/** What a network learns of each image. It follows from the network's loss, and a data set says which one it has. */
public sealed interface Target {
    /** {@return the number of values that the network gives for an image} */
    int outputs();

    /** {@return the number of values that the target of one image takes} */
    int values();

    /** {@return the number of classes, labels or numbers, each of which has a name} */
    int labels();

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
        public int labels() {
            return classes;
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
        public int labels() {
            return count;
        }

        @Override
        public String text() {
            return count == 1 ? "1 number" : count + " numbers";
        }
    }

    /**
     * One class of several for each pixel: the target is the number of each pixel's class, row by row, or {@link #IGNORED}, and the outputs
     * are logits of a softmax, a channel for each class.
     *
     * @param classes number of classes, at least 1
     * @param height rows of pixels; 0 for pictures that still have different sizes
     * @param width pixels in a row; 0 for pictures that still have different sizes
     */
    record PerPixel(int classes, int height, int width) implements Target {
        /** The target of a pixel that doesn't count, neither in training nor in evaluation. */
        public static final int IGNORED = -1;

        /**
         * The target of an output.
         *
         * @param output its shape, a channel for each class
         * @return a class for each pixel
         */
        static PerPixel of(Shape output) {
            return new PerPixel(output.channels(), output.height(), output.width());
        }

        /** {@return the number of pixels} */
        public int pixels() {
            return Math.multiplyExact(height, width);
        }

        @Override
        public int outputs() {
            return Math.multiplyExact(classes, pixels());
        }

        @Override
        public int values() {
            return pixels();
        }

        @Override
        public int labels() {
            return classes;
        }

        @Override
        public String text() {
            return "one of " + classes + " classes for each "
                    + (pixels() == 0 ? "pixel" : "of " + height + "x" + width + " pixels");
        }
    }
}
