package io.hearth.adapter.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier.AutoCloseableImpl;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.InterpreterFactory;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import com.hubspot.jinjava.lib.Importable;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import com.hubspot.jinjava.tree.Node;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Jinja with what Home Assistant adds to it and without what leads out of a template: only named
 * filters, functions and tags exist, and names are looked up by {@link SandboxResolver} alone.
 */
final class Sandbox {

  private static final int LARGEST_TEXT = 65_536;
  private static final int LARGEST_COLLECTION = 1000;

  private static final Set<String> TAGS =
      Set.of(
          "if",
          "else",
          "elif",
          "elseif",
          "endif",
          "for",
          "endfor",
          "set",
          "endset",
          "raw",
          "endraw",
          "macro",
          "endmacro",
          "break",
          "continue",
          "unless",
          "endunless",
          "print",
          "do");
  private static final Set<String> KEPT_FILTERS =
      Set.of(
          "attr",
          "batch",
          "capitalize",
          "count",
          "cut",
          "d",
          "default",
          "dictsort",
          "difference",
          "escape",
          "e",
          "first",
          "groupby",
          "indent",
          "intersect",
          "join",
          "last",
          "length",
          "list",
          "map",
          "md5",
          "reject",
          "rejectattr",
          "replace",
          "reverse",
          "safe",
          "select",
          "selectattr",
          "slice",
          "sort",
          "split",
          "sum",
          "symmetric_difference",
          "title",
          "trim",
          "truncate",
          "union",
          "unique",
          "urlencode",
          "urldecode",
          "wordcount");
  private static final Set<String> KEPT_FUNCTIONS = Set.of(":range", ":namespace");

  private static final class Holder {
    static final Sandbox ONE = new Sandbox();
  }

  private final Jinjava jinjava;

  private Sandbox() {
    JinjavaConfig config =
        JinjavaConfig.newBuilder()
            .withTimeZone(ZoneId.systemDefault())
            .withElResolver(new SandboxResolver())
            .withInterperterFactory(factory())
            .withNestedInterpretationEnabled(false)
            .withEnableRecursiveMacroCalls(false)
            .withMaxRenderDepth(20)
            .withMaxOutputSize(LARGEST_TEXT)
            .withMaxStringLength(LARGEST_TEXT)
            .withMaxListSize(LARGEST_COLLECTION)
            .withMaxMapSize(LARGEST_COLLECTION)
            .withRangeLimit(LARGEST_COLLECTION)
            .withKeepTrailingNewline(false)
            .withLegacyOverrides(
                LegacyOverrides.newBuilder()
                    .withEvaluateMapKeys(true)
                    .withIterateOverMapKeys(true)
                    .withUseNaturalOperatorPrecedence(true)
                    .withKeepNullableLoopValues(true)
                    .build())
            .withDisabled(disabled())
            .build();
    jinjava = new Jinjava(config);
    jinjava.setResourceLocator((name, encoding, interpreter) -> {
      throw new ResourceNotFoundException("templates read no files");
    });
    Filters.all().forEach(jinjava::registerFilter);
    Functions.all().forEach(jinjava::registerFunction);
  }

  /** The only one; made when the first template needs it, since that takes a while. */
  static Sandbox get() {
    return Holder.ONE;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException when it is no Jinja, or asks for what there is not
   */
  Node parse(String source) throws TemplateException {
    return within(interpreter(Map.of()), it -> it.parse(source));
  }

  /**
   * Fills in a template.
   *
   * @throws TemplateException when that fails, or takes too much
   */
  String render(Node tree, Map<String, Object> variables) throws TemplateException {
    return within(interpreter(variables), it -> it.render(tree));
  }

  private static <T> T within(SandboxInterpreter interpreter, Function<JinjavaInterpreter, T> work)
      throws TemplateException {
    try (AutoCloseableImpl<JinjavaInterpreter> current =
        JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      T result = work.apply(current.value());
      Optional<TemplateError> fatal =
          interpreter.getErrorsCopy().stream()
              .filter(error -> error.getSeverity() == ErrorType.FATAL)
              .findFirst();
      if (fatal.isPresent()) {
        throw new TemplateException(fatal.get().getMessage());
      }
      return result;
    } catch (RuntimeException failure) {
      throw new TemplateException(String.valueOf(failure.getMessage()), failure);
    } catch (StackOverflowError failure) {
      throw new TemplateException("the template is nested too deeply");
    }
  }

  private SandboxInterpreter interpreter(Map<String, Object> variables) {
    JinjavaConfig config = jinjava.getGlobalConfig();
    Context known = new StrictContext(jinjava.getGlobalContextCopy(), config.getDisabled());
    return new SandboxInterpreter(
        jinjava, new Context(known, variables, config.getDisabled()), config);
  }

  private static InterpreterFactory factory() {
    return new InterpreterFactory() {
      @Override
      public JinjavaInterpreter newInstance(JinjavaInterpreter original) {
        return original instanceof SandboxInterpreter sandboxed
            ? new SandboxInterpreter(sandboxed)
            : original;
      }

      @Override
      public JinjavaInterpreter newInstance(Jinjava app, Context context, JinjavaConfig config) {
        return new SandboxInterpreter(app, context, config);
      }
    };
  }

  private static Map<Library, Set<String>> disabled() {
    Context everything = new Jinjava().getGlobalContext();
    Set<String> own = Filters.all().stream().map(Filter::getName).collect(Collectors.toSet());
    return Map.of(
        Library.FILTER,
        except(
            everything.getAllFilters(), name -> KEPT_FILTERS.contains(name) || own.contains(name)),
        Library.FUNCTION,
        except(everything.getAllFunctions(), KEPT_FUNCTIONS::contains),
        Library.TAG,
        except(everything.getAllTags(), TAGS::contains));
  }

  private static Set<String> except(Collection<? extends Importable> all, Predicate<String> kept) {
    return all.stream()
        .map(Importable::getName)
        .filter(kept.negate())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Knows what a template may use, and says so when it asks for anything else. */
  private static final class StrictContext extends Context {

    StrictContext(Context parent, Map<Library, Set<String>> disabled) {
      super(parent, null, disabled);
    }

    @Override
    public Filter getFilter(String name) {
      Filter filter = super.getFilter(name);
      if (filter == null) {
        throw new IllegalStateException("there is no filter '" + name + "'");
      }
      return filter;
    }

    @Override
    public ExpTest getExpTest(String name) {
      ExpTest test = super.getExpTest(name);
      if (test == null) {
        throw new IllegalStateException("there is no test '" + name + "'");
      }
      return test;
    }
  }
}
