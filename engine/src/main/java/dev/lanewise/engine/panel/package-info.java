/** Dense products on parts of arrays: packing, and the loops around the register tile. Nothing is checked here. */
package dev.lanewise.engine.panel;
