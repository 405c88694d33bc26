/** Structured matrices: linear maps that know their shape, their cost and how to apply themselves. */
module dev.lanewise.structured {
    requires transitive dev.lanewise.engine;

    exports dev.lanewise.structured;
    exports dev.lanewise.structured.solve;
}
