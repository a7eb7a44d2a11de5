package org.commonweal.hub.frame;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** An address as a person types it, checked by the mail library (RFC 822 addr-spec with a domain). */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;

    /** The address, none when it can't be one. */
    public static Optional<EmailAddress> find(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) return Optional.empty();
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text.contains("@") && address.getAddress().equals(text)
                    ? Optional.of(new EmailAddress(text))
                    : Optional.empty();
        } catch (AddressException notOne) {
            return Optional.empty();
        }
    }
}
