package dev.netwright.tests.parity;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.models.lenet.LeNet32;
import dev.netwright.runtime.network.NetworkType;
import java.util.List;

/** A network that PyTorch has computed too. */
record ParityNetwork(NetworkType<?> type, Fixture fixture) {
    /** All of them. */
    static List<ParityNetwork> all() {
        return List.of(
                new ParityNetwork(LeNet28.TYPE, Fixture.read("lenet-28")),
                new ParityNetwork(LeNet32.TYPE, Fixture.read("lenet-32")),
                new ParityNetwork(Vgg11EighthAt64.TYPE, Fixture.read("vgg-11-eighth")),
                new ParityNetwork(VggLrnPointwise.TYPE, Fixture.read("vgg-lrn-pointwise")),
                new ParityNetwork(VggLrnDropoutFirst.TYPE, Fixture.read("vgg-lrn-dropout-first")));
    }

    @Override
    public String toString() {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }
}
