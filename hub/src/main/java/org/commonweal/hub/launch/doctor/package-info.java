/** The word {@code doctor}: looks at what a hub stands on and says in words what is well, what to mind, what is wrong. */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.launch.doctor;
