package org.commonweal.hub.campaigns.player;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DraftSweep {
    @Bean
    Task<Void> draftSweeping(ObjectProvider<DraftStore> drafts) {
        return Tasks.recurring("campaign-draft-sweep", Schedules.daily(LocalTime.of(3, 20)))
                .execute((instance, context) -> drafts.getObject().sweep());
    }
}
