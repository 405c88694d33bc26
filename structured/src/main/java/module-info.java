/** Structured matrices: linear maps that know their shape, their cost and how to apply themselves. */
@SuppressWarnings("requires-automatic") // the one dependency, which nobody sees, names its module in its manifest
module dev.lanewise.structured {
    requires transitive dev.lanewise.engine;
    requires it.unimi.dsi.fastutil.core;

    exports dev.lanewise.structured;
    exports dev.lanewise.structured.butterfly;
    exports dev.lanewise.structured.kronecker;
    exports dev.lanewise.structured.layers;
    exports dev.lanewise.structured.solve;
}
