package golubika.support.web;

import java.util.List;

/// All of «Мои обращения».
public record RequestsPage(List<RequestItem> mine) {}
