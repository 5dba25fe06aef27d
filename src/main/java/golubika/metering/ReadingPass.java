package golubika.metering;

import golubika.accounts.AccountId;
import golubika.subscribers.SubscriberId;
import golubika.values.BillingMonth;

/// Leave to send readings of one account for one month in somebody's name, without signing in.
public record ReadingPass(SubscriberId subscriber, AccountId account, BillingMonth month) {}
