package org.commonweal.hub.ledger;

/** The entry stands at this index, counted from 0. */
record Place(long index, Entry entry) {}
