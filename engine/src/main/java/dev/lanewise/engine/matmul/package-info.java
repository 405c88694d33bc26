/** Matrix products. */
package dev.lanewise.engine.matmul;
