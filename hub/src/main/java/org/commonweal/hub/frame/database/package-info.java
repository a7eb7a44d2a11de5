/** Where the rows lie: the PostgreSQL that the hub brings along, or the one that the operator names; and its migrations. */
@org.springframework.modulith.NamedInterface("database")
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.frame.database;
