package dev.lanewise.architecture.offenders.engine.simd;

/** A SIMD kernel without a scalar one. */
public class Orphan {}
