/** Vectors anywhere in their arrays, on any number of threads. */
package dev.lanewise.engine.batch;
