package dev.lanewise.structured;

import java.util.ArrayList;
import java.util.List;

/** How products are simplified: all rules, in one place. */
final class DoubleProductRules {
    private DoubleProductRules() {}

    /**
     * Simplifies the factors of a product, which fit. Products within are opened; numbers are gathered in front; identities
     * vanish, and so do neighbours that {@linkplain DoubleLinearMap#cancels cancel}; zero takes everything; and neighbours
     * {@linkplain #merged merge}.
     *
     * @return the number in front and the factors that are left
     */
    static Simplified simplify(List<? extends DoubleLinearMap> factors) {
        Simplified simplified = new Simplified();
        for (DoubleLinearMap factor : factors) {
            simplified.append(factor);
        }
        return simplified;
    }

    /** Factors that are simplified as they come, from the left. */
    static final class Simplified {
        private final List<DoubleLinearMap> factors = new ArrayList<>();
        private double number = 1;
        private boolean isZero;

        private void append(DoubleLinearMap next) {
            if (next instanceof DoubleProduct product) {
                product.parts().forEach(this::append);
            } else if (next instanceof DoubleMultiple multiple
                    && DoubleMultiple.isGathered(number, multiple.factor())) {
                number *= multiple.factor();
                append(multiple.map());
            } else if (next instanceof DoubleZero) {
                isZero = true;
            } else if (!(next instanceof DoubleIdentity)) {
                appendPlain(next);
            }
        }

        private void appendPlain(DoubleLinearMap next) {
            if (factors.isEmpty()) {
                factors.add(next);
                return;
            }
            DoubleLinearMap last = factors.getLast();
            if (last.cancels(next)) {
                factors.removeLast();
                return;
            }
            DoubleLinearMap merged = merged(last, next);
            if (merged == null) {
                factors.add(next);
            } else {
                factors.removeLast();
                append(merged);
            }
        }

        /** The map that is left of a product of so many rows and columns. */
        DoubleLinearMap map(int rows, int cols) {
            if (isZero) {
                return DoubleZero.of(rows, cols);
            }
            DoubleLinearMap rest =
                    switch (factors.size()) {
                        case 0 -> DoubleIdentity.of(rows);
                        case 1 -> factors.getFirst();
                        default -> new DoubleProduct(factors);
                    };
            return DoubleMultiple.of(number, rest);
        }
    }

    /**
     * The product of two neighbours as one map: diagonals, their inverses, selections, transposed too, and permutations merge, a Hadamard matrix takes up the
     * signs to its right and cancels with its inverse, blocks on the same diagonal multiply block by block, and Kronecker products
     * factor by factor.
     *
     * @return the product; null if there is no rule for it
     */
    private static DoubleLinearMap merged(DoubleLinearMap left, DoubleLinearMap right) {
        if (left instanceof DoubleSignDiagonal signs && right instanceof DoubleSignDiagonal others) {
            return signs.merged(others);
        }
        DoubleDiagonal diagonal = DoubleDiagonal.from(left), other = DoubleDiagonal.from(right);
        if (diagonal != null && other != null) {
            return diagonal.merged(other);
        }
        if (left instanceof DoubleDiagonal second && right instanceof DoubleDiagonal first) {
            return second.mergedInverse(first);
        }
        if (left instanceof DoubleComplexDiagonal second && right instanceof DoubleComplexDiagonal first) {
            return second.merged(first);
        }
        if (left instanceof DoublePermutation permutation && right instanceof DoublePermutation first) {
            return permutation.after(first);
        }
        if (left instanceof DoubleSelection selection && right instanceof DoubleSelection first) {
            return selection.after(first);
        }
        if (left instanceof DoubleSelection selection && right instanceof DoublePermutation first) {
            return selection.after(first);
        }
        if (right instanceof DoubleTranspose first && first.map() instanceof DoubleSelection selection) {
            return mergedTranspose(left, selection);
        }
        if (left instanceof DoubleHadamard hadamard && right instanceof DoubleSignDiagonal signs) {
            return hadamard.after(signs);
        }
        if (left instanceof DoubleHadamard hadamard && right instanceof DoubleHadamard first) {
            return hadamard.merged(first);
        }
        if (left instanceof DoubleBlockDiagonal blocks && right instanceof DoubleBlockDiagonal first) {
            return blocks.merged(first);
        }
        if (left instanceof DoubleKroneckerProduct factors && right instanceof DoubleKroneckerProduct first) {
            return factors.merged(first);
        }
        return null;
    }

    /** A permutation, or a transposed selection, times a transposed selection: the transpose of the product the other way round. */
    private static DoubleLinearMap mergedTranspose(DoubleLinearMap left, DoubleSelection selection) {
        if (left instanceof DoublePermutation permutation) {
            return selection.after((DoublePermutation) permutation.transposed()).transposed();
        }
        if (left instanceof DoubleTranspose second && second.map() instanceof DoubleSelection after) {
            return selection.after(after).transposed();
        }
        return null;
    }
}
