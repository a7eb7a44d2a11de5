package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.Audit;

/** A page of the audit trail, newest first. */
public record AuditView(List<Audit.Line> lines, boolean more) {}
