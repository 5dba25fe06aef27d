package golubika.accounts;

import golubika.subscribers.SubscriberId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// The one check of «may this subscriber do that on that account?». Every page of an account begins with it.
@Component
public class Access {

    private final Links links;

    Access(Links links) {
        this.links = links;
    }

    /// The subscriber's link; throws 404 for an account that is not theirs (whether it exists or not),
    /// 403 for a deed that their level and the supplier's switches do not allow.
    public Link require(SubscriberId subscriber, AccountId account, Deed deed) {
        var link = links.find(subscriber, account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!link.allows(deed)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return link;
    }
}
