/// Where the data lives: the database that the installation names, or one of our own in the data folder.
@org.jspecify.annotations.NullMarked
package golubika.database;
