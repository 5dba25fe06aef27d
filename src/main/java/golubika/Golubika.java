package golubika;

import golubika.payments.ProviderCommand;
import golubika.registers.ImportCommand;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The portal: one program that serves the pages of households, suppliers' staff and their billing.
@SpringBootApplication(proxyBeanMethods = false)
public class Golubika {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(ImportCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("provider")) {
            System.exit(ProviderCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(Golubika.class, args);
    }
}
