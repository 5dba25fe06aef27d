package golubika.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
        "2001:db8:1:2::1, 20:01:0d:b8:00:01:00:02/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "nobody, unknown",
        "'203.0.113.7, 10.0.0.1', unknown",
        "'', unknown",
        "fe80::1%eth0, fe:80:00:00:00:00:00:00/64",
    })
    void a_household_is_one_network(String address, String network) {
        assertThat(Network.of(address).value()).isEqualTo(network);
    }
}
