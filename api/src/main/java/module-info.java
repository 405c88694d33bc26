/** What people come to do: transforms, rotations, least squares, signals, {@code .npy} files and stored maps. */
module dev.lanewise {
    requires transitive dev.lanewise.structured;

    exports dev.lanewise;
    exports dev.lanewise.npy;
    exports dev.lanewise.signal;
    exports dev.lanewise.storage;
}
