package dev.netwright.tests.processes;

import dev.netwright.runtime.engine.EngineUnavailableException;
import dev.netwright.runtime.network.KernelSets;

/** Starts the kernels twice, and prints their names or why there are none. Its argument names the context class loader. */
final class StartProgram {
    private StartProgram() {}

    public static void main(String[] arguments) {
        ClassLoader own = StartProgram.class.getClassLoader();
        switch (arguments[0]) {
            case "own" -> {}
            case "host's" -> Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
            case "none" -> Thread.currentThread().setContextClassLoader(null);
            case "given" -> {
                Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
                System.out.println(KernelSets.preferred(own).device());
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println(KernelSets.preferred().device());
            } catch (EngineUnavailableException e) {
                System.out.println(e.getMessage());
            }
        }
        if (Thread.currentThread().getContextClassLoader() != before) {
            throw new IllegalStateException("the context class loader was changed");
        }
    }
}
