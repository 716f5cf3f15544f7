/** The engine for x86-64 CPUs: kernels of oneDNN primitives. */
@SuppressWarnings("requires-automatic") // JNA has a name and no descriptor.
module dev.netwright.onednn {
    requires transitive dev.netwright.runtime;
    requires static transitive org.jspecify;
    requires com.sun.jna;
    requires org.bytedeco.dnnl;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.opencl;

    exports dev.netwright.onednn;

    provides dev.netwright.runtime.engine.Engine with
            dev.netwright.onednn.OneDnnEngine;
}
