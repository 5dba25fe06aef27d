/// The supplier's billing of the demo: invented households, what they use, pay and forget, and the registers of it.
/// Pure reckoning without clock, chance or database: the same words give the same files, always.
@org.jspecify.annotations.NullMarked
package golubika.demo.billing;
