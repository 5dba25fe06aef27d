package golubika.suppliers;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// What a supplier allows on its accounts; every switch is the supplier's own decision (`domain` 1.5).
///
/// @param fullByPin                  the PIN of the bill opens the full version
/// @param fullBySerial               the serial number of a meter opens the full version
/// @param fullByCharge               the amount of the last charge opens the full version; the basic one then hides it
/// @param fullByDefault              connecting by number alone already gives the full version
/// @param pinByApplication           who has no PIN may ask for one here; staff answer (`golubika.office`)
/// @param readingsInBasic            readings may be sent in the basic version
/// @param readingsInFull             readings may be sent in the full version
/// @param paymentInBasic             the basic version may pay
/// @param paymentInFull              the full version may pay
/// @param historyInBasic             the basic version shows sums of past months
/// @param zeroUse                    a reading equal to the previous one is taken
/// @param rollOver                   a reading may pass the counter's last digit
/// @param readingsAfterVerification  readings are taken from meters whose verification has expired
/// @param pinOnBill                  bills print the PIN; from then on it is also kept encrypted. Off unless stated
/// @param paperless                  households may do without bills on paper. Off unless stated
/// @param largestUse                 m³ in one reading above which the person is asked
public record Switches(
        boolean fullByPin,
        boolean fullBySerial,
        boolean fullByCharge,
        boolean fullByDefault,
        boolean pinByApplication,
        boolean readingsInBasic,
        boolean readingsInFull,
        boolean paymentInBasic,
        boolean paymentInFull,
        boolean historyInBasic,
        boolean zeroUse,
        boolean rollOver,
        boolean readingsAfterVerification,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean pinOnBill,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean paperless,
        int largestUse) {}
