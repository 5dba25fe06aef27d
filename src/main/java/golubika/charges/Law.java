package golubika.charges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The law that charges are explained by, as dated data (`docs/law.md`). It is read once, at the start.
@Component
public class Law {

    private final Rows rows;

    private record Rows(List<Ground> grounds, PenaltyTerms penalty) {
        Rows {
            grounds = List.copyOf(grounds);
        }
    }

    /// @param of what it is the ground of: `METER`, `NORM.SEAL_BROKEN`, `PENALTY`
    private record Ground(String of, LocalDate validFrom, String citation) {}

    public Law(@Value("${golubika.law:classpath:law.yaml}") Resource file) {
        var yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var in = file.getInputStream()) {
            rows = yaml.readValue(in, Rows.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What to cite for a month that ended on that day; empty where the law of that day is not on file.
    public Optional<String> citation(String of, LocalDate day) {
        return rows.grounds().stream()
                .filter(ground -> ground.of().equals(of) && !ground.validFrom().isAfter(day))
                .max(Comparator.comparing(Ground::validFrom))
                .map(Ground::citation);
    }

    /// The ground of a charge: of its method and cause, else of its method alone.
    public Optional<String> ground(Charge.Method method, Charge.@Nullable Cause cause, LocalDate day) {
        return cause == null
                ? citation(method.name(), day)
                : citation(method + "." + cause, day).or(() -> citation(method.name(), day));
    }

    public PenaltyTerms penalty() {
        return rows.penalty();
    }
}
