package org.commonweal.hub.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import org.commonweal.hub.HubTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class JobsTest {
    @Autowired
    List<Task<?>> tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatRecursStandsInTheQueue() {
        List<String> recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(Task::getName)
                .toList();
        assertThat(recurring).contains("retention", "file-sweeping");
        assertThat(jdbc.sql("select task_name from frame.scheduled_tasks")
                        .query(String.class)
                        .list())
                .containsAll(recurring);
    }
}
