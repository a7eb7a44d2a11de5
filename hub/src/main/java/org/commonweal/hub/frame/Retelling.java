package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Tells events again whose listener failed, as when the database hiccuped: nothing waits for a restart. */
@Configuration
class Retelling {
    @Bean
    Task<Void> eventRetelling(ObjectProvider<FailedEventPublications> failed) {
        return Tasks.recurring("event-retelling", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> failed.getObject().resubmit(ResubmissionOptions.defaults()));
    }
}
