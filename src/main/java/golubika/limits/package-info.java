/// How often somebody may try something: named token buckets shared by all nodes. Listed in `docs/limits.md`.
@org.jspecify.annotations.NullMarked
package golubika.limits;
