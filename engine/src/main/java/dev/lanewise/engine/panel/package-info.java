/**
 * Dense products and triangular factors on parts of arrays: packing, and the loops around the register tile. Nothing is checked
 * here, but for doors by {@link dev.lanewise.engine.panel.DoubleOperands}.
 */
package dev.lanewise.engine.panel;
