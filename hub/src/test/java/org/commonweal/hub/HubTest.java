package org.commonweal.hub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole hub: web server on a free port, a PostgreSQL of its own, an empty data folder.
 *
 * <pre>
 * &#64;HubTest
 * class OrganisationPagesTest {
 *     &#64;LocalServerPort int port;          // http://localhost:{port}/…, also Settings.publicUrl()
 *     &#64;Autowired Organisations organisations;
 * </pre>
 *
 * <p>All classes that carry it share one hub and one database per test run, started by the first of them, so a test
 * makes its own rows and never counts everybody's. A class that adds properties or mock beans gets a hub of its own,
 * which costs some seconds: prefer a fixture through the pages or the room's API.
 *
 * <p>Data folders lie in {@code target/hub-test}; each is emptied by the next run, so a failed run can be looked into.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Commonweal.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = FreshHub.class)
public @interface HubTest {}
