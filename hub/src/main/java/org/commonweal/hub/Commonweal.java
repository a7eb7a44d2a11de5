package org.commonweal.hub;

import org.commonweal.hub.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The assembled hub. */
@Modulithic(systemName = "Commonweal")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Commonweal {
    public static void main(String[] arguments) {
        Launch.main(Commonweal.class, arguments);
    }
}
