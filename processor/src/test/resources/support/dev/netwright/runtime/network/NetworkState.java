package dev.netwright.runtime.network;

public final class NetworkState {
    private NetworkState() {}
}
