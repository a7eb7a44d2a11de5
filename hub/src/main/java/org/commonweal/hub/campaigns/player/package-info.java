/**
 * The light player: fills forms on plain pages that work without scripts. JavaRosa, which ODK Collect runs on, decides
 * here on the server what is asked, what an answer may be and what follows from it.
 *
 * <pre>
 * PlayerPages, ThanksPages   the pages: one step of somebody who answers, and what they see once it is sent
 * Entrance, Guest            who may answer which campaign, told apart by account or by this device's cookie
 * TrialPages, Recap          an owner who tries the form: what would have been sent
 * Sent                       what a browser sent: fields and files, streamed
 * Steps                      one request: draft in, answers applied, checked, draft out
 * Draft, DraftStore          what is filled in so far, sealed; swept after thirty days
 * FormOpener, OpenForm       JavaRosa: a form with its answers, for one request
 * Walk, Node, Screens        what is asked now, as a tree, and its cut into pages
 * Kind, Cast, Typed          how a question is asked, and its answer as typed and as JavaRosa holds it
 * Checks                     all that is wrong with a page, in words
 * FormRules, Judge, Given    answers that came elsewhere than here, held against their form
 * OwnFunctions, Campaign…    what today(), now() and regex() are in an expression
 * Showing, …View, Block      what the templates are given
 * Sending                    the instance to the intake, once; that of a trial nowhere
 * </pre>
 *
 * <p>A form is parsed anew for each request, under one lock: a parsed form holds its answers, so that it can't be shared.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.player;
