package golubika.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole portal over real PostgreSQL, on a free port, with a clock that the test moves and no jobs of its own.
/// Tests share the context and its database: each makes accounts and people of its own. The clock begins anew.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "golubika.jobs=false",
            "golubika.demo=false",
            "golubika.proxies=127.0.0.1,::1",
            "golubika.secret=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        })
@ContextConfiguration(initializers = PortalTestSetup.Database.class)
@Import({PortalTestSetup.Time.class, PortalTestSetup.People.class})
@ExtendWith(ClockAtStart.class)
public @interface PortalTest {}
