package golubika.demo.web;

import golubika.demo.DemoPeople;
import java.util.List;

/// What the demo holds.
///
/// @param staff     who answer, with what to sign in to the office
/// @param first     accounts to begin with
/// @param cases     an account for each thing that the account page explains
/// @param bank      where the demo bank is told how to behave
/// @param providers who takes money otherwise than most, in words
/// @param suppliers all of them, each with all of its accounts
public record DemoPage(
        List<DemoPeople.Person> people,
        List<Operator> staff,
        List<Account> first,
        List<Case> cases,
        String bank,
        List<String> providers,
        List<Supplied> suppliers) {

    /// @param desk the supplier, or the portal itself
    public record Operator(String login, String password, String name, String desk) {}

    /// An account that shows one thing.
    public record Case(String what, Account account) {}

    /// @param printed as the paper bill has it
    /// @param typed   as it is typed when it is connected
    /// @param serials of the meters in use
    /// @param shows   what there is to see
    public record Account(
            String supplier, String printed, String typed, String pin, List<String> serials, List<String> shows) {}

    /// @param differs what the supplier's switches forbid
    public record Supplied(String name, String hint, List<String> differs, List<Account> accounts) {}
}
