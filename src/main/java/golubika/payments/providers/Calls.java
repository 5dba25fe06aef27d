package golubika.payments.providers;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls to banks that answer everything they have to say with status 200 and an object of JSON. Redirects are not
/// followed. Secrets travel in bodies, never in addresses, so that no error can print them.
final class Calls {

    private static final int LARGEST = 1024 * 1024;

    private final RestClient http;
    private final JsonMapper json;

    /// What came back.
    sealed interface Reply {
        record Words(JsonNode said) implements Reply {}

        /// No answer, or none in the protocol's words: whether the call was heeded, nobody knows.
        record Nothing(String why) implements Reply {}
    }

    Calls(RestClient.Builder http, JsonMapper json, Duration connectTimeout, Duration readTimeout) {
        this.json = json;
        this.http = client(http, connectTimeout, readTimeout);
    }

    static RestClient client(RestClient.Builder http, Duration connectTimeout, Duration readTimeout) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(readTimeout);
        return http.requestFactory(requests).build();
    }

    Reply post(URI address, MediaType type, byte[] body) {
        try {
            return http.post()
                    .uri(address)
                    .contentType(type)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange((request, response) -> reply(
                            response.getStatusCode().value(), response.getBody().readNBytes(LARGEST)));
        } catch (RestClientException e) {
            return new Reply.Nothing(String.valueOf(e.getMessage()));
        }
    }

    private Reply reply(int status, byte[] body) {
        if (status != 200) {
            return new Reply.Nothing("status " + status);
        }
        try {
            var said = json.readTree(body);
            return said.isObject() ? new Reply.Words(said) : new Reply.Nothing("no object");
        } catch (JacksonException e) {
            return new Reply.Nothing("no JSON");
        }
    }
}
