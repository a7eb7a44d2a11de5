/**
 * The words of the command line and what goes with them: {@code up}, {@code doctor}, {@code backup}, {@code restore},
 * {@code verify}, and every {@link org.commonweal.hub.frame.Command} that a room brings.
 *
 * <p>{@link org.commonweal.hub.launch.Launch} is the door. {@code Up} starts the web hub, {@code Beside} runs a room's
 * command without a web server, next to a hub that may be running. Owns no tables and publishes no events.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {"frame", "frame :: database"})
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.launch;
