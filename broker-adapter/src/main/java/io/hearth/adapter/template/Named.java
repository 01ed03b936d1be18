package io.hearth.adapter.template;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name that a function has in templates. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Named {
  String value();
}
