/** The hub: one package per capability; each package's root is its API. */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub;
