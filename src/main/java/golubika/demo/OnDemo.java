package golubika.demo;

import golubika.database.WithoutDatabaseUrl;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// The demo is there with the database of our own, or when `golubika.demo=true` asks for it by name;
/// `golubika.demo=false` leaves it out in any case.
public class OnDemo extends WithoutDatabaseUrl {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var asked = context.getEnvironment().getProperty("golubika.demo", Boolean.class);
        return asked != null ? asked : super.matches(context, metadata);
    }
}
