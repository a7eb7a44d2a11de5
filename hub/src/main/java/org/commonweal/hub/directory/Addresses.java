package org.commonweal.hub.directory;

import java.util.UUID;
import org.commonweal.hub.frame.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * New identifiers whose addresses are free. An address is found by eight characters, 40 bits: among a million rows some
 * two share them with a chance of 0.37, and a new row meets one of the million with one in a million.
 */
final class Addresses {
    private Addresses() {}

    static UUID fresh(JdbcClient jdbc, Shelf shelf) {
        UUID id = Ids.next();
        while (isTaken(jdbc, shelf, Ids.tail(id))) id = Ids.next();
        return id;
    }

    private static boolean isTaken(JdbcClient jdbc, Shelf shelf, String tail) {
        return jdbc.sql("select exists (select 1 from " + shelf.table() + " where tail = :tail)")
                .param("tail", tail)
                .query(Boolean.class)
                .single();
    }
}
