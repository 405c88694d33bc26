/** LU factorisations. */
package dev.lanewise.engine.lu;
