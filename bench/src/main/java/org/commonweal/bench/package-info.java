/** How fast the engines are. One class for each engine; what they gave stands in RESULTS.md. */
@org.jspecify.annotations.NullMarked
package org.commonweal.bench;
