package io.hearth.adapter.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A filter of Home Assistant's. */
final class PythonFilter implements Filter {

  /** What it does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object apply(@Nullable Object value, Arguments arguments);
  }

  /** What was given in brackets. */
  record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    boolean has(int position, String name) {
      return position < positional.size() || named.containsKey(name);
    }

    @Nullable Object get(int position, String name) {
      return position < positional.size() ? positional.get(position) : named.get(name);
    }

    double number(int position, String name, double otherwise) {
      return has(position, name) ? Python.number(get(position, name)).orElse(otherwise) : otherwise;
    }

    String text(int position, String name, String otherwise) {
      return has(position, name) ? Python.text(get(position, name)) : otherwise;
    }

    /** The result where there is one, the default given where there is none. */
    @Nullable Object orDefault(
        Optional<Object> result, int position, String filter, @Nullable Object value) {
      if (result.isPresent()) {
        return result.get();
      }
      if (has(position, "default")) {
        return get(position, "default");
      }
      throw new IllegalStateException(
          filter + " got '" + Python.text(value) + "' and has no default");
    }
  }

  private final String name;
  private final Body body;

  PythonFilter(String name, Body body) {
    this.name = name;
    this.body = body;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable Object filter(
      @Nullable Object value,
      JinjavaInterpreter interpreter,
      Object[] arguments,
      Map<String, Object> named) {
    return body.apply(value, new Arguments(Arrays.asList(arguments), named));
  }

  @Override
  public @Nullable Object filter(
      @Nullable Object value, JinjavaInterpreter interpreter, String... arguments) {
    return body.apply(value, new Arguments(new ArrayList<>(Arrays.asList(arguments)), Map.of()));
  }
}
