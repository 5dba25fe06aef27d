package golubika;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The portal: one program that serves the pages of households, suppliers' staff and their billing.
@SpringBootApplication(proxyBeanMethods = false)
public class Golubika {

    public static void main(String[] args) {
        SpringApplication.run(Golubika.class, args);
    }
}
