/**
 * Matrices as products of few sparse factors, found from the matrix alone or from data, and dictionaries that are such products.
 *
 * <p>A matrix {@code A ~ lambda S_1 S_2 ... S_J} whose factors have few entries is applied in as many operations as they have
 * entries. {@link dev.lanewise.structured.layers.DoubleProximalFactorization} finds factors of given sparsities,
 * {@link dev.lanewise.structured.layers.DoubleHierarchicalFactorization} one after the other.
 * {@link dev.lanewise.structured.layers.DoubleOrthogonalMatchingPursuit} tells of which few columns a vector is made, and
 * {@link dev.lanewise.structured.layers.DoubleDictionaryLearning} learns the columns.
 */
package dev.lanewise.structured.layers;
