/**
 * The one way by which answers get into the database, whichever way they came: an {@link
 * org.commonweal.hub.campaigns.intake.Arrival} is read, checked against what is there and stored in groups, so that many
 * at once share one commit.
 *
 * <pre>
 * Instance    what an instance XML says: form, version, identifiers, answers      (StAX, no DTD)
 * Arrival     an instance with its files and who brought it
 * Intake      groups what waits into one transaction; answers with an Outcome
 * Store       the SQL of one group
 * </pre>
 */
@org.springframework.modulith.NamedInterface("intake")
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.intake;
