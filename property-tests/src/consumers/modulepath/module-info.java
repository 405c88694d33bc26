/** A program on the module path that asks for Lanewise and for nothing else. */
module consumer {
    requires dev.lanewise;
}
