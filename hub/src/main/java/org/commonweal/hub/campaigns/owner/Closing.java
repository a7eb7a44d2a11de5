package org.commonweal.hub.campaigns.owner;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Closes what is past its closing date: that day is the last one on which answers are taken, in the campaign's zone. */
@Component
class Closing {
    private final Campaigns campaigns;
    private final Desk desk;
    private final Clock clock;

    Closing(Campaigns campaigns, Desk desk, Clock clock) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.clock = clock;
    }

    void closeDue() {
        campaigns.listPublic().stream()
                .filter(this::isDue)
                .forEach(campaign -> desk.move(campaign, Campaign.State.CLOSED, "campaign.closed-by-date"));
    }

    private boolean isDue(Campaign campaign) {
        LocalDate last = campaign.closesOn();
        return campaign.isOpen()
                && last != null
                && last.isBefore(LocalDate.ofInstant(clock.instant(), campaign.zone()));
    }

    @Configuration
    static class Schedule {
        // Midnight comes at some quarter of an hour in every zone of the world.
        @Bean
        Task<Void> campaignClosing(ObjectProvider<Closing> closing) {
            return Tasks.recurring("campaign-closing", FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((instance, context) -> closing.getObject().closeDue());
        }
    }
}
