package org.commonweal.hub.frame;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The one queue: rooms bring tasks as beans and schedule them by {@link SchedulerClient}, within their transaction. */
@Configuration
class Jobs {
    private static final String TABLE = "frame.scheduled_tasks";

    /** Schedules within the caller's transaction: what is rolled back is never done. */
    @Bean
    SchedulerClient schedulerClient(DataSource database, List<Task<?>> tasks) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), tasks)
                .tableName(TABLE)
                .build();
    }

    /** Works the queue. Beside a running hub the queue is left to that hub. */
    @Bean
    SmartLifecycle jobRunner(
            DataSource database, List<Task<?>> tasks, @Value("${commonweal.beside:false}") boolean beside) {
        List<RecurringTask<?>> recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(RecurringTask.class::cast)
                .toList();
        List<Task<?>> others =
                tasks.stream().filter(task -> !recurring.contains(task)).toList();
        Scheduler scheduler = Scheduler.create(database, others)
                // What recurs is put into the queue by this alone; to be known to the scheduler is not enough.
                .startTasks(recurring)
                .tableName(TABLE)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(2))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        return new SmartLifecycle() {
            @Override
            public void start() {
                scheduler.start();
            }

            @Override
            public void stop() {
                scheduler.stop();
            }

            @Override
            public boolean isRunning() {
                return scheduler.getSchedulerState().isStarted()
                        && !scheduler.getSchedulerState().isShuttingDown();
            }

            @Override
            public boolean isAutoStartup() {
                return !beside;
            }
        };
    }
}
