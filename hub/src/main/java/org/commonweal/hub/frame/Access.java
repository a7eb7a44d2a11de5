package org.commonweal.hub.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. Every handler carries one; a handler without any is refused to all.
 *
 * <p>Example: {@code @Access(permission = "hub.settings")} asks for that permission on the whole hub.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    enum Who {
        /** Anyone, signed in or not. */
        ANYONE,
        /** Whoever has an account. */
        SIGNED_IN,
        /** The handler itself asks {@link Rights#require} because the scope depends on the thing. */
        CHECKED_INSIDE,
        /** Whoever holds {@link #permission} on the hub. */
        PERMITTED
    }

    Who value() default Who.PERMITTED;

    String permission() default "";
}
