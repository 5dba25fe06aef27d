package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Routes as Spring knows them, tried only where the beginning of the path fits. Each request would otherwise be held
/// against all routes that have a variable in their path, and those are nearly all: on the account page that cost as
/// much as reading the session.
@Component
class Routes implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    private static final class ByBeginning extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo route, HttpServletRequest request) {
            var path = ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .value();
            for (var beginning : beginnings.computeIfAbsent(route, ByBeginning::beginnings)) {
                if (path.startsWith(beginning)) {
                    return super.getMatchingMapping(route, request);
                }
            }
            return null;
        }

        private static List<String> beginnings(RequestMappingInfo route) {
            return route.getPatternValues().stream()
                    .map(pattern -> pattern.split("[{*?]", 2)[0])
                    .toList();
        }
    }
}
