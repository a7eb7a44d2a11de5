package org.commonweal.hub.frame;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is asking: a signed-in person, a token, or nobody.
 *
 * <p>The security context's name is {@code person:<uuid>} or {@code token:<uuid>}, whichever way the actor came in.
 */
public record Actor(String kind, UUID id) {
    public static final String PERSON = "person";
    public static final String TOKEN = "token";

    public static Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) return Optional.empty();
        ThingRef ref = ThingRef.parse(authentication.getName());
        return Optional.of(new Actor(ref.kind(), ref.id()));
    }

    /** The person who is asking, none for tokens and strangers. */
    public static Optional<UUID> findPerson() {
        return find().filter(actor -> actor.kind().equals(PERSON)).map(Actor::id);
    }

    /** @throws Refusal when nobody is signed in */
    public static UUID requirePerson() {
        return findPerson().orElseThrow(() -> Refusal.forbidden(""));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
