package golubika.demo;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Fills the demo before the portal is declared ready, and knows what it holds.
@Component
@Conditional(OnDemo.class)
public class DemoStart implements ApplicationRunner {

    private final DemoRegisters registers;
    private final DemoPeople people;
    private final DemoSupport support;
    private final DemoOffice office;
    private volatile List<DemoAccount> accounts = List.of();

    DemoStart(DemoRegisters registers, DemoPeople people, DemoSupport support, DemoOffice office) {
        this.registers = registers;
        this.people = people;
        this.support = support;
        this.office = office;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts = registers.bringUpToDate();
        people.comeIn(accounts);
        support.ask();
        office.open(accounts);
    }

    /// The accounts that newcomers may try; none while the portal is still starting.
    public List<DemoAccount> accounts() {
        return accounts;
    }
}
