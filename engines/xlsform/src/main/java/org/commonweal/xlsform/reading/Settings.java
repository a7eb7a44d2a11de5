package org.commonweal.xlsform.reading;

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
        @org.jspecify.annotations.Nullable Line line) {}
