package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rotates a picture about its center by a random angle, as torchvision's {@code RandomRotation} with bilinear
 * interpolation does. The angle is uniformly distributed; positive angles turn counterclockwise. Pixels from outside
 * the picture are black.
 *
 * <p>The pixel in row y and column x becomes the value of the picture at the point {@code (u, v)},
 *
 * <pre>{@code
 * u =  cos(a) (x + 1/2 - width/2) - sin(a) (y + 1/2 - height/2) + width/2
 * v =  sin(a) (x + 1/2 - width/2) + cos(a) (y + 1/2 - height/2) + height/2
 * }</pre>
 *
 * <p>interpolated between the centers of the four nearest pixels and rounded down. The outermost pixels are repeated; a
 * point outside the picture is 0. The bytes are exactly those of Pillow's {@code Image.rotate(a, BILINEAR)}.
 */
public final class RandomRotation implements Augmentation {
    /** Pillow rounds sine and cosine to this number of decimal places. */
    private static final int DECIMALS = 15;

    private final double least;
    private final double most;

    private RandomRotation(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Rotates to either side.
     *
     * @param most largest angle to either side in degrees, from 0 to 180
     * @return the augmentation
     * @throws IllegalArgumentException if the angle is out of range
     */
    public static RandomRotation degrees(double most) {
        return degrees(-most, most);
    }

    /**
     * Rotates by an angle between two bounds.
     *
     * @param least lower bound in degrees, from -180 to 180
     * @param most upper bound in degrees, from {@code least} to 180
     * @return the augmentation
     * @throws IllegalArgumentException if a bound is out of range, or they are out of order
     */
    public static RandomRotation degrees(double least, double most) {
        if (!(least >= -180 && least <= most && most <= 180)) {
            throw new IllegalArgumentException(
                    "Angles must be in [-180, 180] degrees and in ascending order, found " + least + " to " + most);
        }
        return new RandomRotation(least, most);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        rotate(canvas, draw.between(least, most), Interpolation.BILINEAR);
    }

    /** Rotates by an angle in degrees. */
    static void rotate(Canvas canvas, double degrees, Interpolation interpolation) {
        if (degrees == 0) {
            return;
        }
        double angle = -StrictMath.toRadians(degrees);
        double cosine = rounded(StrictMath.cos(angle));
        double sine = rounded(StrictMath.sin(angle));
        double middleX = canvas.width() / 2.0;
        double middleY = canvas.height() / 2.0;
        double shiftX = cosine * -middleX + sine * -middleY + middleX;
        double shiftY = -sine * -middleX + cosine * -middleY + middleY;
        new AffineMap(cosine, sine, shiftX, -sine, cosine, shiftY).apply(canvas, interpolation);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "RandomRotation.degrees(" + least + ", " + most + ")";
    }
}
