package org.commonweal.hub.campaigns.openrosa;

import java.util.Set;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.Instance;

/**
 * The XML of a submission, read once, with the form of the campaign that it answers.
 *
 * @param files the names of files that answer its questions
 */
record Answered(String xml, Instance instance, ServedForm form, Set<String> files) {}
