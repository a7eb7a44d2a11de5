package org.commonweal.xlsform.reading;

import org.jspecify.annotations.Nullable;

/**
 * The sheet ‹settings›; what was not set is empty.
 *
 * @param line the row they stand in, to point at; {@code null} when there is none
 */
record Settings(
        String title,
        String id,
        String version,
        String defaultLanguage,
        String instanceName,
        String style,
        boolean allowChoiceDuplicates,
        @Nullable Line line) {}
