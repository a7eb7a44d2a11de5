/**
 * For those who look at the answers: the table with search, filters and order by any answer, the map, one submission with
 * its files and history, and the three things to do with it: approve, reject with a reason, ask back. And for the
 * contributor: the private page that shows what became of the report and lets them withdraw it.
 *
 * <pre>
 * Columns        the questions of a form as columns of a table
 * Wanted         which submissions a view asks for, from its address
 * Submissions    the SQL of the table and of one submission
 * Decisions      approve, reject, ask back, withdraw: the only ones who change a state
 * </pre>
 */
@org.springframework.modulith.NamedInterface("review")
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.review;
