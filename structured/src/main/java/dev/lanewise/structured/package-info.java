/** Matrices that are never written out: linear maps that know their shape, their cost and how to apply themselves. */
package dev.lanewise.structured;
