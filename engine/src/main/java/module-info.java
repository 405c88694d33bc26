/** Plans and kernels over plain arrays: the arithmetic of Lanewise. */
@SuppressWarnings("module") // the module of structured matrices, which may enter unchecked, is compiled after this one
module dev.lanewise.engine {
    requires jdk.incubator.vector;

    exports dev.lanewise.engine;
    exports dev.lanewise.engine.backend;
    exports dev.lanewise.engine.batch to
            dev.lanewise.structured;
    exports dev.lanewise.engine.butterfly;
    exports dev.lanewise.engine.cholesky;
    exports dev.lanewise.engine.fourier;
    exports dev.lanewise.engine.givens;
    exports dev.lanewise.engine.grid;
    exports dev.lanewise.engine.hadamard;
    exports dev.lanewise.engine.jacobi;
    exports dev.lanewise.engine.kronecker;
    exports dev.lanewise.engine.lu;
    exports dev.lanewise.engine.matmul;
    exports dev.lanewise.engine.panel to
            dev.lanewise.structured;
    exports dev.lanewise.engine.qr;
    exports dev.lanewise.engine.random;
    exports dev.lanewise.engine.roots to
            dev.lanewise.structured;
    exports dev.lanewise.engine.sparse;
    exports dev.lanewise.engine.trigonometric;
}
