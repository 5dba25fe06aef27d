package golubika.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/// What would be the fingerprint reader of a phone: keeps passkeys in Chromium and answers for its owner, once told to.
public final class VirtualAuthenticator {

    private final CDPSession chromium;
    private final String id;

    private VirtualAuthenticator(CDPSession chromium, String id) {
        this.chromium = chromium;
        this.id = id;
    }

    /// One that nobody touches yet.
    public static VirtualAuthenticator in(Browser browser) {
        var chromium = browser.page().context().newCDPSession(browser.page());
        var enabled = new JsonObject();
        enabled.addProperty("enableUI", false);
        chromium.send("WebAuthn.enable", enabled);
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", false);
        var wanted = new JsonObject();
        wanted.add("options", options);
        var added = chromium.send("WebAuthn.addVirtualAuthenticator", wanted);
        return new VirtualAuthenticator(chromium, added.get("authenticatorId").getAsString());
    }

    /// The owner's finger lies on it, or does not.
    public VirtualAuthenticator touched(boolean touched) {
        return set("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
    }

    /// The finger is the owner's, or somebody else's.
    public VirtualAuthenticator recognises(boolean owner) {
        return set("WebAuthn.setUserVerified", "isUserVerified", owner);
    }

    /// How many passkeys it keeps.
    public int passkeys() {
        var asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        return chromium.send("WebAuthn.getCredentials", asked)
                .getAsJsonArray("credentials")
                .size();
    }

    private VirtualAuthenticator set(String command, String name, boolean value) {
        var wanted = new JsonObject();
        wanted.addProperty("authenticatorId", id);
        wanted.addProperty(name, value);
        chromium.send(command, wanted);
        return this;
    }
}
