/**
 * The kernels on the Vector API, each a subclass of the scalar kernel of the same name. Beside the probe of the backend,
 * nothing else names {@code jdk.incubator.vector}. No vector crosses the call of a method: C2 would box it.
 */
package dev.lanewise.engine.simd;
