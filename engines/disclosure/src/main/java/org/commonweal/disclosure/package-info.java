/** What may be published of a table. */
@org.jspecify.annotations.NullMarked
package org.commonweal.disclosure;
