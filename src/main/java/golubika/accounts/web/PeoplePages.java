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
import golubika.subscribers.Contacts;
import golubika.subscribers.Profiles;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts «Кто подключён» together. People appear by the name that they have given themselves, who knows the number alone
/// by a masked login.
@Component
class PeoplePages {

    private final Holders holders;
    private final Invitations invitations;
    private final Profiles profiles;
    private final Contacts contacts;
    private final Texts texts;

    PeoplePages(Holders holders, Invitations invitations, Profiles profiles, Contacts contacts, Texts texts) {
        this.holders = holders;
        this.invitations = invitations;
        this.profiles = profiles;
        this.contacts = contacts;
        this.texts = texts;
    }

    PeoplePage page(Subscriber asking, Link link, PeoplePage.Form form, @Nullable String done) {
        var people = holders.of(link.account()).stream()
                .map(holder -> person(asking, link, holder))
                .toList();
        var waiting = invitations.of(link.account()).stream()
                .map(invitation -> new PeoplePage.Waiting(
                        invitation.id(),
                        invitation.contact().printed(),
                        invitation.contact().isPhone(),
                        texts.of(
                                "accounts.people.waiting",
                                day(link, invitation.sentAt()),
                                day(link, invitation.validUntil())),
                        new Can(
                                invitation.rights().readings(),
                                invitation.rights().payment())))
                .toList();
        return new PeoplePage(link, count(people.size()), people, waiting, form, done);
    }

    PeoplePage.Person person(Subscriber asking, Link link, Holder holder) {
        var kind = kind(asking, holder);
        var name = name(holder);
        var theirs = new Link(link.account(), link.supplier(), link.number(), holder.level(), null, holder.rights());
        return new PeoplePage.Person(
                holder.subscriber().value(),
                kind == Kind.SELF ? texts.of("accounts.people.you", name) : name,
                about(asking, link, holder),
                kind,
                new Can(theirs.allows(Deed.SEND_READING), theirs.allows(Deed.PAY)));
    }

    /// The name that they go by; a masked login where they have given none, or have shown nothing but the number.
    String name(Holder holder) {
        var name = profiles.of(holder.subscriber()).name();
        return name == null || holder.level() != AccessLevel.FULL ? masked(holder.subscriber()) : name;
    }

    private static Kind kind(Subscriber asking, Holder holder) {
        if (holder.subscriber().equals(asking.id())) {
            return Kind.SELF;
        }
        return holder.isOwner() ? Kind.OWNER : holder.rights().invited() ? Kind.INVITED : Kind.BASIC;
    }

    private String about(Subscriber asking, Link link, Holder holder) {
        var since =
                Format.date(holder.since().atZone(link.supplier().timeZone()).toLocalDate());
        if (holder.invitedBy() != null) {
            return holder.invitedBy().equals(asking.id())
                    ? texts.of("accounts.people.invited-by-you", since)
                    : texts.of("accounts.people.invited-by", inviter(holder.invitedBy()), since);
        }
        if (!holder.isOwner()) {
            return texts.of("accounts.people.basic", since);
        }
        return holder.openedBy() == null
                ? texts.of("accounts.people.full", since)
                : texts.of("accounts.people.full-by." + holder.openedBy(), since);
    }

    private String inviter(SubscriberId subscriber) {
        var name = profiles.of(subscriber).name();
        return name == null ? masked(subscriber) : name;
    }

    private String masked(SubscriberId subscriber) {
        return contacts.of(subscriber).login().masked();
    }

    private String count(int people) {
        return people <= 7 ? texts.of("accounts.people.now." + people) : texts.of("accounts.people.now.many", people);
    }

    private static String day(Link link, Instant moment) {
        return Format.day(moment.atZone(link.supplier().timeZone()).toLocalDate());
    }
}
