/**
 * OpenRosa 1.0 for ODK Collect, Enketo and the like: form list, form, manifest and submission (OpenRosa «Form Discovery»,
 * «Form Submission» and «HTTP Request» APIs). Access is by a campaign's token: in the path, as {@code ?st=}, as bearer,
 * or as the password of Basic over https.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.campaigns.openrosa;
