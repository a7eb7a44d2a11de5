package org.commonweal.hub.campaigns.openrosa;

import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.campaigns.intake.Instance;

/** The XML of a submission, read once, with the form of the campaign that it answers. */
record Answered(String xml, Instance instance, ServedForm form) {}
