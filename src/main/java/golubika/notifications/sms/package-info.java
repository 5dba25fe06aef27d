/// SMS: by SMPP 3.4 to an operator's centre, or by the HTTP gateway of smsc.ru.
@org.jspecify.annotations.NullMarked
package golubika.notifications.sms;
