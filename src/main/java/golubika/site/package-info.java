/// What every page shares: layout, texts, formats of numbers and dates, error pages, security headers.
/// Knows no capability.
@org.jspecify.annotations.NullMarked
package golubika.site;
