package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.Mail;

/** The newest letters; without SMTP they wait here for an administrator to pass on. */
public record OutboxView(List<Mail.Waiting> letters, boolean configured) {}
