/// Letters by SMTP.
@org.jspecify.annotations.NullMarked
package golubika.notifications.mail;
