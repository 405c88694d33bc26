package dev.lanewise.qr;

import dev.lanewise.engine.qr.DoublePivotedQr;

/** The laws of column pivoting for {@link DoublePivotedQr}, which always takes the longest column. */
final class DoublePivotedQrLaws extends DoubleColumnPivotingLaws {
    DoublePivotedQrLaws() {
        super(1);
    }

    @Override
    DoublePivotedQr room(int m, int n) {
        return new DoublePivotedQr(m, n);
    }
}
