/** What people come to do: transforms, rotations, least squares, signals, and {@code .npy} files. */
module dev.lanewise {
    requires transitive dev.lanewise.structured;

    exports dev.lanewise;
    exports dev.lanewise.npy;
    exports dev.lanewise.signal;
}
