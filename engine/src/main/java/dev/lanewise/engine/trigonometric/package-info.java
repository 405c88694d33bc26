/**
 * Discrete cosine and sine transforms of types I to IV, of one vector or many: {@link
 * dev.lanewise.engine.trigonometric.TrigonometricKind} defines them, as SciPy does, and {@link
 * dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan} runs them.
 *
 * <p>Conventions are those of {@link dev.lanewise.engine.fourier}: a plan begins with {@link
 * dev.lanewise.engine.Normalization#BACKWARD}, which has no factor but in the inverse, {@code plan.inverse()} keeps the norm and
 * undoes {@code plan}, a {@link dev.lanewise.engine.Layout} says where vectors lie, nothing is allocated with a {@link
 * dev.lanewise.engine.Workspace} that is kept, and {@code null} anywhere is a {@link NullPointerException} that names the
 * parameter. Along several axes of an array: {@link dev.lanewise.engine.grid.DoubleRealToRealGridPlan}.
 *
 * {@snippet :
 * double[] x = {1, 2, 4, 8};
 * DoubleTrigonometricPlan cosines =
 *         DoubleTrigonometricPlan.of(TrigonometricKind.DCT2, x.length).normalized(Normalization.ORTHO);
 * cosines.transform(x); // x[0] = 7.5: the sum over sqrt(4)
 * cosines.inverse().transform(x); // the signal again
 * }
 */
package dev.lanewise.engine.trigonometric;
