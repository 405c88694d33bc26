/** What people come to do: transforms, rotations, and {@code .npy} files. */
module dev.lanewise {
    requires transitive dev.lanewise.structured;

    exports dev.lanewise;
    exports dev.lanewise.npy;
}
