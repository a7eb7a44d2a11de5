/**
 * What findings are made of: the approved answers of a campaign, without those that its form would not have taken.
 *
 * <pre>
 * CampaignDataset   the rows, as evidence reads them
 * Variables         the questions that a finding may ask of
 * Inspection        holds what came against its form, some moments later
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.dataset;
