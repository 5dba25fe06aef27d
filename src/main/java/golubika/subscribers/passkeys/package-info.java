/// Passkeys: signing in with what a phone or computer keeps, by fingerprint, face or screen code (WebAuthn level 3).
@org.jspecify.annotations.NullMarked
package golubika.subscribers.passkeys;
