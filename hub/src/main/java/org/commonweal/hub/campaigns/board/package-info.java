/**
 * The public pages: the list of campaigns, each campaign's page and poster, and what stands on the hub's first page.
 *
 * <p>Drafts do not exist here. Of what came in, these pages tell counts in steps of five and coarse cells, never a report.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.board;
