package golubika.accounts.web;

import golubika.accounts.AccessLevel;
import golubika.accounts.Deed;
import golubika.accounts.Holders;
import golubika.accounts.Holders.Holder;
import golubika.accounts.Invitations;
import golubika.accounts.Link;
import golubika.accounts.web.PeoplePage.Can;
import golubika.accounts.web.PeoplePage.Kind;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.PublicNames;
import golubika.subscribers.PublicNames.PublicName;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts «Кто подключён» together. People appear by the name that they have given themselves, who knows the number alone
/// by a masked login.
@Component
class PeoplePages {

    // More are not shown: whoever knows the number alone is one of them.
    static final int MOST = 50;

    private final Holders holders;
    private final Invitations invitations;
    private final PublicNames names;
    private final Texts texts;

    PeoplePages(Holders holders, Invitations invitations, PublicNames names, Texts texts) {
        this.holders = holders;
        this.invitations = invitations;
        this.names = names;
        this.texts = texts;
    }

    PeoplePage page(Subscriber asking, Link link, PeoplePage.Form form, @Nullable String done) {
        var first = holders.first(link.account(), MOST);
        var all = first.size() < MOST ? first.size() : holders.count(link.account());
        var named = named(first);
        var people = first.stream()
                .filter(holder -> isNamed(holder, named))
                .map(holder -> person(asking, link, holder, named))
                .toList();
        var waiting = invitations.of(link.account()).stream()
                .map(invitation -> new PeoplePage.Waiting(
                        invitation.id(),
                        invitation.invitedBy().equals(asking.id())
                                ? invitation.contact().printed()
                                : invitation.contact().masked(),
                        invitation.contact().isPhone(),
                        texts.of(
                                "accounts.people.waiting",
                                day(link, invitation.sentAt()),
                                day(link, invitation.validUntil())),
                        new Can(
                                invitation.rights().readings(),
                                invitation.rights().payment())))
                .toList();
        return new PeoplePage(link, count(all), people, more(all - people.size()), waiting, form, done);
    }

    PeoplePage.Person person(Subscriber asking, Link link, Holder holder) {
        return person(asking, link, holder, named(List.of(holder)));
    }

    private PeoplePage.Person person(Subscriber asking, Link link, Holder holder, Map<SubscriberId, PublicName> named) {
        var kind = kind(asking, holder);
        var name = name(holder, named);
        var theirs = new Link(link.account(), link.supplier(), link.number(), holder.level(), null, holder.rights());
        return new PeoplePage.Person(
                holder.subscriber().value(),
                kind == Kind.SELF ? texts.of("accounts.people.you", name) : name,
                about(asking, link, holder, named),
                kind,
                new Can(theirs.allows(Deed.SEND_READING), theirs.allows(Deed.PAY)));
    }

    /// The name that they go by; a masked login where they have given none, or have shown nothing but the number.
    private static String name(Holder holder, Map<SubscriberId, PublicName> named) {
        var name = Objects.requireNonNull(named.get(holder.subscriber()));
        return holder.level() == AccessLevel.FULL ? name.shown() : name.masked();
    }

    // A cabinet may have been deleted between the two questions.
    private static boolean isNamed(Holder holder, Map<SubscriberId, PublicName> named) {
        return named.containsKey(holder.subscriber())
                && (holder.invitedBy() == null || named.containsKey(holder.invitedBy()));
    }

    private Map<SubscriberId, PublicName> named(List<Holder> people) {
        return names.of(people.stream()
                .flatMap(holder ->
                        Stream.concat(Stream.of(holder.subscriber()), Optional.ofNullable(holder.invitedBy()).stream()))
                .collect(Collectors.toSet()));
    }

    private static Kind kind(Subscriber asking, Holder holder) {
        if (holder.subscriber().equals(asking.id())) {
            return Kind.SELF;
        }
        return holder.isOwner() ? Kind.OWNER : holder.rights().invited() ? Kind.INVITED : Kind.BASIC;
    }

    private String about(Subscriber asking, Link link, Holder holder, Map<SubscriberId, PublicName> named) {
        var since =
                Format.date(holder.since().atZone(link.supplier().timeZone()).toLocalDate());
        if (holder.invitedBy() != null) {
            return holder.invitedBy().equals(asking.id())
                    ? texts.of("accounts.people.invited-by-you", since)
                    : texts.of(
                            "accounts.people.invited-by",
                            Objects.requireNonNull(named.get(holder.invitedBy()))
                                    .shown(),
                            since);
        }
        if (!holder.isOwner()) {
            return texts.of("accounts.people.basic", since);
        }
        return holder.openedBy() == null
                ? texts.of("accounts.people.full", since)
                : texts.of("accounts.people.full-by." + holder.openedBy(), since);
    }

    private String count(int people) {
        return people <= 7 ? texts.of("accounts.people.now." + people) : texts.of("accounts.people.now.many", people);
    }

    // Somebody may have left between the two questions.
    private @Nullable String more(int people) {
        return people <= 0
                ? null
                : texts.of("accounts.people.more", people, texts.plural("accounts.removal.people", people));
    }

    private static String day(Link link, Instant moment) {
        return Format.day(moment.atZone(link.supplier().timeZone()).toLocalDate());
    }
}
