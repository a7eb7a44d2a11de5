/**
 * How text and bytes from outside are read: strictly, within bounds, and with a reason when refused.
 *
 * <p>The lowest room of this engine. {@link org.commonweal.tlog.format.LogFormatException} says «this is not in the
 * format», {@link org.commonweal.tlog.format.VerificationException} says «this is well formed but does not prove what
 * it claims».
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog.format;
