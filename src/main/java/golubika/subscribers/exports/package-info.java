/// «Скачать мои данные»: everything the portal knows about a person as one file, made by a job.
@org.jspecify.annotations.NullMarked
package golubika.subscribers.exports;
