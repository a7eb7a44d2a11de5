package org.commonweal.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.commonweal.hub.frame.Access;
import org.commonweal.hub.frame.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house, held by the build: an arrow points down only, and every handler says who may call it. */
class HouseTest {
    private static final JavaClasses HUB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.commonweal");

    @Test
    void roomsUseOnlyWhatTheySayTheyUse() {
        ApplicationModules.of(Commonweal.class).verify();
    }

    @Test
    void enginesKnowNothingOfTheHubNorOfAFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.commonweal.tlog..", "org.commonweal.xlsform..", "org.commonweal.disclosure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commonweal.hub..", "org.springframework..", "java.sql..", "jakarta..")
                .check(HUB);
    }

    @Test
    void theFrameKnowsNoRoom() {
        noClasses()
                .that()
                .resideInAPackage("org.commonweal.hub.frame..")
                .should()
                .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("stand in another room") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                        return type.getPackageName().startsWith("org.commonweal.hub.")
                                && !type.getPackageName().startsWith("org.commonweal.hub.frame");
                    }
                })
                .check(HUB);
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(sayWhoMayCall())
                .check(HUB);
    }

    @Test
    void namesExplainSomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Misc)")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helpers..", "..misc..")
                .check(HUB);
    }

    /** Tests set the clock; what runs before there is one, and the age in an identifier, may ask the machine. */
    @Test
    void nobodyAsksTheSystemsClockBehindTheClocksBack() {
        classes()
                .that()
                .resideInAPackage("org.commonweal.hub..")
                .and()
                .resideOutsideOfPackages("..hub.launch..", "..hub.frame.database..")
                .and()
                .doNotHaveFullyQualifiedName(Ids.class.getName())
                .should(askAnInjectedClock())
                .check(HUB);
    }

    private static ArchCondition<JavaClass> askAnInjectedClock() {
        return new ArchCondition<>("ask an injected Clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> (call.getTargetOwner().getPackageName().equals("java.time")
                                        && call.getName().equals("now")
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty())
                                || call.getName().equals("currentTimeMillis"))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry @Access, on itself or its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean told = method.isAnnotatedWith(Access.class)
                        || method.getOwner().isAnnotatedWith(Access.class);
                if (!told) events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
            }
        };
    }
}
