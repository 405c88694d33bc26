/** QR factorisations. */
package dev.lanewise.engine.qr;
