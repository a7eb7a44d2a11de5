/** Where a hub lives: its settings, its data folder and who holds it, its port, and the lines it says to people. */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.launch.place;
