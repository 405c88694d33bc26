/**
 * Butterfly factors: exact ones of the classic transforms, and those of a matrix that is written out, recovered from
 * its entries.
 */
package dev.lanewise.structured.butterfly;
