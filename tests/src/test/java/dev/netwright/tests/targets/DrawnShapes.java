package dev.netwright.tests.targets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of circles, squares and triangles on noise, with masks that have the numbers 1, 2 and 3 there and 0 elsewhere. */
final class DrawnShapes {
    static final int SIDE = 64;

    private static final int CIRCLE = 1;
    private static final int SQUARE = 2;
    private static final int NOISE = 15;

    private DrawnShapes() {}

    /** Writes {@code images} and {@code masks} into a folder. */
    static void write(Path folder, int count, long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        for (int i = 0; i < count; i++) {
            BufferedImage mask = mask(random);
            String name = String.format("%03d.png", i);
            ImageIO.write(
                    picture(mask, random),
                    "png",
                    folder.resolve("images").resolve(name).toFile());
            ImageIO.write(mask, "png", folder.resolve("masks").resolve(name).toFile());
        }
    }

    /** At most one shape in each quarter, of random kind, place and size. */
    private static BufferedImage mask(Random random) {
        BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int quarter = 0; quarter < 4; quarter++) {
            int kind = random.nextInt(4);
            int radius = 8 + random.nextInt(6);
            int left = SIDE / 2 * (quarter % 2) + random.nextInt(SIDE / 2 - 2 * radius);
            int top = SIDE / 2 * (quarter / 2) + random.nextInt(SIDE / 2 - 2 * radius);
            for (int y = 0; y <= 2 * radius; y++) {
                for (int x = 0; x <= 2 * radius; x++) {
                    if (kind > 0 && isInside(kind, x - radius, y - radius, radius)) {
                        mask.getRaster().setSample(left + x, top + y, 0, kind);
                    }
                }
            }
        }
        return mask;
    }

    private static boolean isInside(int kind, int x, int y, int radius) {
        if (kind == CIRCLE) {
            return x * x + y * y <= radius * radius;
        }
        return kind == SQUARE || 2 * Math.abs(x) <= y + radius;
    }

    /** Shapes are brighter than the ground, each pixel's parts by other noise; their colour says nothing of their kind. */
    private static BufferedImage picture(BufferedImage mask, Random random) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int[] tint = {random.nextInt(60), random.nextInt(60), random.nextInt(60)};
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = 0;
                for (int part : tint) {
                    double level = mask.getRaster().getSample(x, y, 0) == 0 ? 70 : 130 + part;
                    int value = (int) Math.round(level + NOISE * random.nextGaussian());
                    rgb = rgb << 8 | Math.min(255, Math.max(0, value));
                }
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }
}
