package golubika;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;

/// Time comes from the injected clock alone, so that a test can move it.
class ClockTest {

    private static final DescribedPredicate<JavaCall<?>> READS_THE_CLOCK =
            DescribedPredicate.describe("read the clock of the machine", ClockTest::readsTheClock);

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("golubika");

    @Test
    void no_code_but_the_clock_s_own_configuration_reads_the_time_directly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("golubika.site.TimeConfiguration")
                .should()
                .callMethodWhere(READS_THE_CLOCK)
                .orShould()
                .callConstructor(Date.class)
                .check(product);
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getName();
        return owner.getPackageName().startsWith("java.time")
                        && name.equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class))
                || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
    }
}
