package org.commonweal.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The assembled hub. */
@Modulithic(systemName = "Commonweal")
@SpringBootApplication
public class Commonweal {
    public static void main(String[] arguments) {
        SpringApplication.run(Commonweal.class, arguments);
    }
}
