/**
 * Maps in files.
 *
 * <pre>{@code
 * MapFile.write(Path.of("blur.map"), map);
 * LinearMap same = MapFile.read(Path.of("blur.map"));
 * if (same instanceof DoubleLinearMap doubles) {
 *     double[] y = doubles.apply(x);
 * }
 * }</pre>
 *
 * <h2>The format, version 1</h2>
 *
 * <p>All integers and numbers are little endian, and nothing lies between them. Integers have four bytes and a sign, unless said
 * otherwise. Numbers are those of IEEE 754, of 8 or of 4 bytes, all alike in a file, and finite. A file is a header, one map and a
 * checksum:
 *
 * <table>
 *   <caption>A file</caption>
 *   <tr><th>byte</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>8</td><td>93 4c 57 4d 41 50 0d 0a: {@code LWMAP} between what is no ASCII and the end of a line</td></tr>
 *   <tr><td>8</td><td>4</td><td>the version of the format, 1</td></tr>
 *   <tr><td>12</td><td>4</td><td>the bytes of a number, 8 or 4</td></tr>
 *   <tr><td>16</td><td>8</td><td>the bytes of the whole file, an integer of eight bytes</td></tr>
 *   <tr><td>24</td><td></td><td>the map</td></tr>
 *   <tr><td></td><td>4</td><td>the CRC-32C (RFC 3720, section 12.1) of all bytes before</td></tr>
 * </table>
 *
 * <p>A map is three integers, its kind, its rows m and its columns n, and then:
 *
 * <table>
 *   <caption>What follows, by kind</caption>
 *   <tr><th>kind</th><th>map</th><th>what follows</th></tr>
 *   <tr><td>1</td><td>zero</td><td>nothing</td></tr>
 *   <tr><td>2</td><td>identity</td><td>nothing</td></tr>
 *   <tr><td>3</td><td>dense</td><td>m n numbers, row after row</td></tr>
 *   <tr><td>4</td><td>diagonal</td><td>n numbers</td></tr>
 *   <tr><td>5</td><td>inverse of a diagonal</td><td>n numbers, by which it divides; none of them 0</td></tr>
 *   <tr><td>6</td><td>signs</td><td>n bytes, 0 for 1 and 1 for -1</td></tr>
 *   <tr><td>7</td><td>permutation, y_i = x_p(i)</td><td>n integers, p(0), p(1), ...</td></tr>
 *   <tr><td>8</td><td>sparse</td><td>an integer k, the number of entries; m + 1 integers, where rows start in the entries and the last
 *     one ends; k integers, the columns of entries, rising in each row; k numbers, their values</td></tr>
 *   <tr><td>9</td><td>butterfly X_1 X_2 ...</td><td>an integer, the number of factors; for each of them five integers, groups a,
 *     rows b and columns c of a block, stride d, and the number of values k, a b c d or, if all groups have the same, b c d; k
 *     numbers, the values, as {@link dev.lanewise.engine.butterfly.ButterflyPattern} orders them</td></tr>
 *   <tr><td>10</td><td>complex diagonal</td><td>n / 2 numbers, the real parts, and n / 2 imaginary parts</td></tr>
 *   <tr><td>11</td><td>complex butterfly</td><td>as a butterfly, with k real parts and then k imaginary parts for each factor</td></tr>
 *   <tr><td>12</td><td>Hadamard matrix</td><td>an integer, the normalisation: 0 backward, 1 ortho, 2 forward; an integer, 1 if signs
 *     come first, 0 if not; if so n bytes, as those of signs</td></tr>
 *   <tr><td>13</td><td>Fourier transform of n / 2 complex numbers</td><td>the normalisation, as above; an integer, 1 for the
 *     conjugate, 0 for the forward transform</td></tr>
 *   <tr><td>14</td><td>transpose</td><td>a map</td></tr>
 *   <tr><td>15</td><td>multiple</td><td>a number, and a map</td></tr>
 *   <tr><td>16</td><td>product</td><td>an integer, 1 if it is always applied from the right, 0 if it may be bracketed as is cheapest;
 *     an integer, the number of factors; as many maps, as the product is written</td></tr>
 *   <tr><td>17</td><td>sum</td><td>an integer, the number of terms; as many maps</td></tr>
 *   <tr><td>18</td><td>Kronecker product</td><td>an integer, the number of factors; as many maps</td></tr>
 *   <tr><td>19</td><td>circulant</td><td>an integer, 1 if it is the transpose of what follows, 0 if not; n numbers, the first
 *     column</td></tr>
 *   <tr><td>20</td><td>complex circulant</td><td>n / 2 numbers, the real parts of the eigenvalues in the order of the discrete Fourier
 *     transform, and n / 2 imaginary parts</td></tr>
 *   <tr><td>21</td><td>Toeplitz</td><td>m numbers, the first column, and n numbers, the first row, which begins with the same
 *     number</td></tr>
 *   <tr><td>22</td><td>Hankel</td><td>m + n - 1 numbers, the antidiagonals</td></tr>
 *   <tr><td>23</td><td>banded</td><td>two integers, the diagonals l below the main one and u above it; (l + u + 1) m numbers, the
 *     diagonals from the lowest up, entry (i, i + d) as number i of its diagonal, 0 outside of the matrix</td></tr>
 *   <tr><td>24</td><td>low rank, U V^T</td><td>an integer, the columns r of the factors; m r numbers, U row after row, and n r
 *     numbers, V</td></tr>
 *   <tr><td>25</td><td>block diagonal</td><td>an integer, the number of blocks; as many maps</td></tr>
 *   <tr><td>26</td><td>Monarch, m and n positive</td><td>two integers, the number b of first blocks, of p x n/b, and the number p
 *     of second ones, of m/p x b; b times p n/b numbers, the first blocks row after row, and p times m/p b numbers, the second
 *     ones</td></tr>
 *   <tr><td>27</td><td>Fourier transform of n real numbers</td><td>the normalisation, as above</td></tr>
 *   <tr><td>28</td><td>Hartley transform</td><td>the normalisation, as above</td></tr>
 *   <tr><td>29</td><td>cosine or sine transform</td><td>an integer, 1 to 4 for cosines of types I to IV, 5 to 8 for sines; the
 *     normalisation, as above</td></tr>
 * </table>
 *
 * <p>Complex maps are real ones of twice the size, on vectors that hold all real parts and then all imaginary parts. A map is
 * less than 64 maps deep in others. A product, a Kronecker product or a sum that could be simpler is simplified when it is read, as
 * {@link dev.lanewise.structured.DoubleLinearMap} says; one that was written is as simple as it can be.
 *
 * <p>A reader refuses what it does not know: a version, a kind or a code. New kinds get new codes; what a file means changes only
 * with the version.
 */
package dev.lanewise.storage;
