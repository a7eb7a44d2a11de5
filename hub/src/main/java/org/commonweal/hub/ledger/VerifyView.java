package org.commonweal.hub.ledger;

/** @param key of this hub's own log, "" while there is none */
public record VerifyView(String origin, String key) {}
