/// Work that goes on without a person waiting. Nodes share it through one table, so each run happens once.
@org.jspecify.annotations.NullMarked
package golubika.jobs;
