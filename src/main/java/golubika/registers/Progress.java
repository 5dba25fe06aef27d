package golubika.registers;

/// How far the loading of a file has come.
///
/// @param rows       lines read so far
/// @param bytes      bytes read so far
/// @param totalBytes size of the file
public record Progress(Stage stage, long rows, long bytes, long totalBytes) {

    public enum Stage {
        READING,
        CHECKING,
        MERGING
    }

    public int percent() {
        return totalBytes == 0 ? 100 : (int) (bytes * 100 / totalBytes);
    }
}
