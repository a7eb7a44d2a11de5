package org.commonweal.hub.accounts;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.commonweal.hub.frame.Actor;
import org.commonweal.hub.frame.Audit;
import org.commonweal.hub.frame.Settings;
import org.commonweal.hub.frame.ThingRef;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Passkeys (WebAuthn level 2) by Spring Security; a person's handle is the 16 bytes of their identifier. */
@Configuration
class Passkeys {
    static Bytes handle(UUID person) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
    }

    @Bean
    Customizer<HttpSecurity> passkeySignIn(Settings settings) {
        String address = settings.publicUrl();
        return http -> http.webAuthn(webAuthn -> webAuthn.rpName("Commonweal")
                .rpId(URI.create(address).getHost())
                .allowedOrigins(address)
                .disableDefaultRegistrationPage(true));
    }

    @Bean
    UserCredentialRepository passkeyRecords(JdbcOperations jdbc, Audit audit) {
        return new NotedPasskeys(new JdbcUserCredentialRepository(jdbc), audit);
    }

    @Bean
    UserDetailsService persons(People people) {
        return name -> {
            if (!people.exists(ThingRef.parse(name).id())) throw new UsernameNotFoundException("No such person");
            return new User(name, "", java.util.List.of());
        };
    }

    /** The hub's own persons stand in for the table that Spring Security would keep of them. */
    @Bean
    PublicKeyCredentialUserEntityRepository passkeyHolders(People people) {
        return new PublicKeyCredentialUserEntityRepository() {
            @Override
            public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
                ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
                if (bytes.remaining() != 16) return null;
                return entity(new UUID(bytes.getLong(), bytes.getLong()));
            }

            @Override
            public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
                return entity(ThingRef.parse(name).id());
            }

            private @Nullable PublicKeyCredentialUserEntity entity(UUID person) {
                return people.find(person)
                        .map(found -> ImmutablePublicKeyCredentialUserEntity.builder()
                                .id(handle(person))
                                .name(Actor.PERSON + ":" + person)
                                .displayName(found.callName())
                                .build())
                        .orElse(null);
            }

            @Override
            public void save(PublicKeyCredentialUserEntity holder) {
                // A holder is a person, and persons are made elsewhere.
            }

            @Override
            public void delete(Bytes handle) {
                // Likewise: erasing a person removes their passkeys.
            }
        };
    }
}
