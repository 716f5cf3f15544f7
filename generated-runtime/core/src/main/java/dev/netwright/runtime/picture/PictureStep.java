package dev.netwright.runtime.picture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deterministic step in the preparation of pictures. Files store its text: {@code resize 224x224}, {@code
 * resize-shorter-side 256} or {@code center-crop 224x224}.
 */
public sealed interface PictureStep permits Resize, ResizeShorterSide, CenterCrop {
    /**
     * Applies the step.
     *
     * @param canvas the picture, changed in place
     * @throws PictureSizeException if the picture's size doesn't suit the step
     */
    void apply(Canvas canvas);

    /** {@return the size of every picture afterwards; empty if it depends on the size before} */
    Optional<PictureSize> size();

    /**
     * The size of a picture after the step.
     *
     * @param before its size before
     * @return its size afterwards
     */
    PictureSize sizeAfter(PictureSize before);

    /** {@return the step's text in files} */
    String text();

    /**
     * Parses {@link #text}.
     *
     * @param text the text
     * @return the step
     * @throws IllegalArgumentException if it isn't the text of a step
     */
    static PictureStep parse(String text) {
        Matcher words = Pattern.compile("([a-z-]+) (\\d{1,9})(?:x(\\d{1,9}))?").matcher(text);
        if (words.matches()) {
            String name = words.group(1);
            int first = Integer.parseInt(words.group(2));
            if (words.group(3) == null) {
                if (name.equals(ResizeShorterSide.NAME)) {
                    return new ResizeShorterSide(first);
                }
            } else {
                int second = Integer.parseInt(words.group(3));
                if (name.equals(Resize.NAME)) {
                    return new Resize(first, second);
                }
                if (name.equals(CenterCrop.NAME)) {
                    return new CenterCrop(first, second);
                }
            }
        }
        throw new IllegalArgumentException("Expected a step such as '" + Resize.NAME + " 224x224', '"
                + ResizeShorterSide.NAME + " 256' or '" + CenterCrop.NAME + " 224x224', found '" + text + "'");
    }

    /**
     * The size of every picture after several steps.
     *
     * @param steps the steps, in order
     * @return the size; empty if it depends on the size before
     */
    static Optional<PictureSize> size(List<PictureStep> steps) {
        Optional<PictureSize> size = Optional.empty();
        for (PictureStep step : steps) {
            size = step.size().isPresent() ? step.size() : size.map(step::sizeAfter);
        }
        return size;
    }
}
