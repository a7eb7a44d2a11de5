package org.commonweal.hub.accounts;

import java.util.List;
import org.commonweal.hub.frame.ScopeNames;

/**
 * Deleting an account: refused to the last administrator, and not done without the box ticked.
 *
 * @param orphaned the organisations that have no editor then
 */
public record DeleteView(boolean lastAdministrator, List<ScopeNames.Named> orphaned, boolean unsure) {}
