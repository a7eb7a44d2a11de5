package org.commonweal.hub;

import org.commonweal.hub.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The assembled hub. */
@Modulithic(systemName = "Commonweal")
// Full class names: two rooms may each have their Drafts.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Commonweal {
    public static void main(String[] arguments) {
        Launch.main(Commonweal.class, arguments);
    }
}
