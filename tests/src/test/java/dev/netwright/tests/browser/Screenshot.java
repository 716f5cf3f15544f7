package dev.netwright.tests.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** What a page looked like. */
public record Screenshot(BufferedImage picture) {
    /** From 0 to 1, of the corner, where nothing but paper is. */
    public double brightness() {
        Color color = new Color(picture.getRGB(2, 2));
        return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null)[2];
    }

    /** Pixels that aren't paper. */
    public int ink() {
        int paper = picture.getRGB(2, 2);
        int ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += picture.getRGB(x, y) == paper ? 0 : 1;
            }
        }
        return ink;
    }

    /** Pixels of a colour. */
    public int pixels(Color color) {
        int found = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                found += (picture.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff) ? 1 : 0;
            }
        }
        return found;
    }
}
