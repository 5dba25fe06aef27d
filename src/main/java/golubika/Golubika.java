package golubika;

import golubika.bills.BillsCommand;
import golubika.office.StaffCommand;
import golubika.payments.ProviderCommand;
import golubika.registers.ImportCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The portal: one program that serves the pages of households, suppliers' staff and their billing.
@SpringBootApplication(proxyBeanMethods = false)
public class Golubika {

    public static void main(String[] args) {
        var words = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "import" -> System.exit(ImportCommand.run(words));
            case "bills" -> System.exit(BillsCommand.run(words));
            case "staff" -> System.exit(StaffCommand.run(words));
            case "provider" -> System.exit(ProviderCommand.run(words));
            default -> SpringApplication.run(Golubika.class, args);
        }
    }
}
