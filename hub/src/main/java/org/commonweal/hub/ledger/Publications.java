package org.commonweal.hub.ledger;

import java.time.temporal.ChronoUnit;
import org.commonweal.hub.evidence.FindingPublished;
import org.commonweal.tlog.proof.Leaf;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what was published and lets it wait for the log; an event that comes twice changes nothing. */
@Component
class Publications {
    private final Entries entries;
    private final Keeper keeper;

    Publications(Entries entries, Keeper keeper) {
        this.entries = entries;
        this.keeper = keeper;
    }

    @ApplicationModuleListener
    void on(FindingPublished event) {
        entries.add(new Leaf(
                event.type(),
                event.id().toString(),
                event.version(),
                event.sha256(),
                event.at().truncatedTo(ChronoUnit.SECONDS)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keeper.wake();
            }
        });
    }
}
