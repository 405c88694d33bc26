package dev.lanewise.qr;

/** The laws of factors for {@link dev.lanewise.engine.qr.DoubleTallQr}, of one block. */
final class DoubleTallQrLaws extends DoubleQrFactorsLaws {
    DoubleTallQrLaws() {
        super(DoubleQrFactorization.OF_TALL_ONES);
    }
}
