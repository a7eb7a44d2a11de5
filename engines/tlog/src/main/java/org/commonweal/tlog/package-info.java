/** The public log: an append-only Merkle log in the C2SP formats. */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog;
