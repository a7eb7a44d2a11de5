/** The top room: home, search, the guide's pages; may read every room. Owns no tables. */
@org.springframework.modulith.ApplicationModule(displayName = "Web")
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.web;
