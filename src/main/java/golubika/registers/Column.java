package golubika.registers;

/// One column of a register.
///
/// @param needed    the file must have it and every line must fill it
/// @param whenEmpty what is staged for an empty or missing value; `\N` is null
record Column(String name, Form form, boolean needed, String whenEmpty) {

    static Column needed(String name, Form form) {
        return new Column(name, form, true, "");
    }

    static Column optional(String name, Form form) {
        return new Column(name, form, false, "\\N");
    }

    static Column optional(String name, Form form, String whenEmpty) {
        return new Column(name, form, false, whenEmpty);
    }
}
