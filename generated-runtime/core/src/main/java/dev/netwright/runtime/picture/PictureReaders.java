package dev.netwright.runtime.picture;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.util.Iterator;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The reader of each format, independent of the program's other plugins: TwelveMonkeys' for BMP and for JPEG (on top of
 * the JDK's, whose pixels equal libjpeg's, to support files that the JDK rejects), the JDK's for PNG and for CMYK JPEG
 * files.
 */
final class PictureReaders {
    private static final ImageReaderSpi JPEG = jpeg();
    private static final ImageReaderSpi JDK_JPEG = ofJdk("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
    private static final ImageReaderSpi PNG = ofJdk("com.sun.imageio.plugins.png.PNGImageReaderSpi");
    private static final ImageReaderSpi BMP = new BMPImageReaderSpi();

    private PictureReaders() {}

    static ImageReaderSpi of(PictureContent content) {
        return switch (content.format()) {
            case JPEG -> content.inks().isPresent() ? JDK_JPEG : JPEG;
            case PNG -> PNG;
            case BMP -> BMP;
        };
    }

    /**
     * TwelveMonkeys' reader finds the JDK's when it is registered. The registry has already done that, unless the
     * thread that first used ImageIO had another class loader.
     */
    private static ImageReaderSpi jpeg() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi registered = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (registered != null) {
            return registered;
        }
        ImageReaderSpi provider = new JPEGImageReaderSpi();
        registry.registerServiceProvider(provider, ImageReaderSpi.class);
        return provider;
    }

    private static ImageReaderSpi ofJdk(String name) {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException(
                "expected the JDK's own " + name + ", found none; check that the JDK includes java.desktop");
    }
}
