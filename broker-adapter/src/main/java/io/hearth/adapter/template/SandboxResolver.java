package io.hearth.adapter.template;

import com.hubspot.jinjava.el.TypeConvertingMapELResolver;
import com.hubspot.jinjava.el.ext.JinjavaListELResolver;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.objects.date.PyishDate;
import com.hubspot.jinjava.util.ForLoop;
import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a template names: entries of lists and maps, and the few members of texts, dates
 * and loops that Python has. There is no reflection, so nothing else of Java can be reached.
 */
final class SandboxResolver extends ELResolver {

  private final ELResolver lists = new JinjavaListELResolver(true);
  private final ELResolver maps = new TypeConvertingMapELResolver(true);

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    step();
    Object value =
        switch (base) {
          case Map<?, ?> map -> maps.getValue(context, map, property);
          case List<?> list -> lists.getValue(context, list, property);
          case ForLoop loop -> loop(loop, String.valueOf(property));
          case PyishDate date -> PythonMethods.part(date, String.valueOf(property));
          case String text -> character(text, String.valueOf(property));
          case null, default -> null;
        };
    context.setPropertyResolved(true);
    return value;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      Object method,
      Class<?> @Nullable [] types,
      @Nullable Object @Nullable [] arguments) {
    step();
    context.setPropertyResolved(true);
    Object[] given = arguments == null ? new Object[0] : arguments;
    return switch (base) {
      case Filter filter -> filtered(filter, given);
      case ExpTest test -> tested(test, String.valueOf(method), given);
      case null -> null;
      default -> PythonMethods.call(base, String.valueOf(method), Arrays.asList(given));
    };
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object filtered(Filter filter, @Nullable Object[] given) {
    // (value, interpreter, positional arguments, named arguments), see JinjavaInterpreterResolver
    return filter.filter(
        given[0],
        (JinjavaInterpreter) given[1],
        (Object[]) given[2],
        (Map<String, Object>) given[3]);
  }

  private static Object tested(ExpTest test, String method, @Nullable Object[] given) {
    Object[] arguments =
        given.length > 2 && given[2] instanceof Object[] listed
            ? listed
            : Arrays.copyOfRange(given, 2, given.length);
    JinjavaInterpreter interpreter = (JinjavaInterpreter) given[1];
    return method.equals("evaluateNegated")
        ? test.evaluateNegated(given[0], interpreter, arguments)
        : test.evaluate(given[0], interpreter, arguments);
  }

  private static @Nullable Object loop(ForLoop loop, String member) {
    return switch (member) {
      case "index" -> loop.getIndex();
      case "index0" -> loop.getIndex0();
      case "revindex" -> loop.getRevindex();
      case "revindex0" -> loop.getRevindex0();
      case "length" -> loop.getLength();
      case "first" -> loop.isFirst();
      case "last" -> loop.isLast();
      default -> null;
    };
  }

  private static @Nullable Object character(String text, String position) {
    if (!position.matches("-?\\d{1,6}")) {
      return null;
    }
    int at = Integer.parseInt(position);
    int index = at < 0 ? at + text.length() : at;
    return index >= 0 && index < text.length() ? text.substring(index, index + 1) : null;
  }

  private static void step() {
    if (JinjavaInterpreter.getCurrent() instanceof SandboxInterpreter interpreter) {
      interpreter.step();
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return Object.class;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    throw new UnsupportedOperationException("a template changes nothing");
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
