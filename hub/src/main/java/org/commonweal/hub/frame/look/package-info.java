/**
 * What the recurring pieces of a page are given: small records that a room fills and a template under {@code
 * jte/frame/} draws. {@code docs/look.md} shows each piece with its call.
 *
 * <p>Goal: a room says what there is, never how it looks. Nothing here touches the database.
 */
@NamedInterface("look")
@NullMarked
package org.commonweal.hub.frame.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
