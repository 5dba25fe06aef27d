package golubika.demo;

import golubika.database.WithoutDatabaseUrl;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// The demo is there with the database of our own, or when `golubika.demo=true` asks for it by name;
/// `golubika.demo=false` leaves it out in any case.
public class OnDemo extends WithoutDatabaseUrl {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    public static boolean in(Environment environment) {
        var asked = environment.getProperty("golubika.demo", Boolean.class);
        return asked != null ? asked : noDatabaseUrl(environment);
    }
}
