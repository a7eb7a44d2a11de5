package org.commonweal.hub.ledger;

import org.commonweal.hub.frame.look.Faults;

/**
 * The log as those see it who keep it.
 *
 * @param told why it does not sign, in words; "" when all is well
 * @param checking a checkpoint from outside is being compared
 * @param checkpoint the newest of this log, to be kept elsewhere; "" while there is none
 * @param address the hub's public address, when the log bears another name; "" else
 * @param typed what was typed and could not be taken
 */
public record KeepView(
        LogView.Head head,
        String state,
        String told,
        boolean checking,
        long waiting,
        long size,
        String checkpoint,
        String address,
        String typed,
        Faults faults) {}
