package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.UnlabelledPictures;
import dev.netwright.runtime.feature.FeatureVisitor;
import dev.netwright.runtime.feature.Features;
import java.awt.image.BufferedImage;
import java.util.List;

/** The features that a network's forward pass up to a stage gives, while the network is open. */
final class StageFeatures implements Features {
    private final Lifetime lifetime;
    private final Predictor predictor;
    private final ForwardPass pass;

    StageFeatures(Lifetime lifetime, Predictor predictor, ForwardPass pass) {
        this.lifetime = lifetime;
        this.predictor = predictor;
        this.pass = pass;
    }

    @Override
    public String layer() {
        return pass.layer();
    }

    @Override
    public List<Integer> shape() {
        return pass.shape();
    }

    @Override
    public float[] of(BufferedImage picture) {
        return lifetime.during(() -> predictor.features(pass, picture));
    }

    @Override
    public void forEach(Dataset data, FeatureVisitor visitor) {
        lifetime.running(() -> predictor.features(pass, data, visitor));
    }

    @Override
    public void forEach(UnlabelledPictures pictures, FeatureVisitor visitor) {
        lifetime.running(() -> predictor.features(pass, pictures, visitor));
    }
}
