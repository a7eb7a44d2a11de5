package org.commonweal.hub.accounts;

import java.time.Instant;
import java.util.List;
import org.commonweal.hub.frame.look.Choice;
import org.commonweal.hub.frame.look.Faults;

/**
 * A page of the audit trail, newest first.
 *
 * @param query what is shown
 * @param faults what of it can't be read: then nothing is shown
 * @param about whom or what it is all about, empty words and code for everything
 * @param older where the next page begins, 0 on the last
 */
public record AuditView(
        List<Row> rows, List<Choice> actions, AuditQuery query, Faults faults, Named about, long older) {
    /**
     * A line as people read it.
     *
     * @param action the machine's word for it
     * @param words ours, "" where we have none
     * @param detail in which organisations stand by name
     */
    public record Row(Instant at, Named who, String action, String words, String detail, Named thing) {}

    /**
     * Who or what a line speaks of.
     *
     * @param words "" where the hub knows no name
     * @param path of its page, "" for none
     * @param code as the trail has it
     */
    public record Named(String words, String path, String code) {}
}
