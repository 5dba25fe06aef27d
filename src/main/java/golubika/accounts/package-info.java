/// Supply accounts, and which subscriber may see and do what on which. The one place that answers that question.
@org.jspecify.annotations.NullMarked
package golubika.accounts;
