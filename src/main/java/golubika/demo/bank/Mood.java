package golubika.demo.bank;

import java.util.EnumSet;
import java.util.Set;

/// How the bank behaves: banks are slow, fall silent, repeat themselves and are wrong, and the portal has to cope.
public enum Mood {
    /// Answers after some seconds.
    SLOW,
    /// Takes an order, or gives money back, and breaks off without an answer.
    SILENT_AFTER_TAKING,
    /// Takes an order and says that it is still at it (202), or that something went wrong inside.
    STILL_AT_IT,
    /// Answers nothing at all.
    DOWN,
    /// Sends each notice twice.
    REPEATS_NOTICES,
    /// Sends the latest notice first.
    LATEST_NOTICE_FIRST,
    /// Claims in its notices the contrary of what has happened, and another sum.
    LIES_IN_NOTICES,
    /// Tells of another sum than was ordered.
    ANOTHER_SUM;

    static Set<Mood> none() {
        return EnumSet.noneOf(Mood.class);
    }
}
