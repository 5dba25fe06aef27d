/// What happened to a person's cabinet, as the person may read it: who came in, from where, what was changed. Everybody
/// writes it, nobody changes it.
@org.jspecify.annotations.NullMarked
package golubika.audit;
