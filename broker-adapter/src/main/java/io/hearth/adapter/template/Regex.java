package io.hearth.adapter.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hearth.adapter.template.PythonFilter.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters with regular expressions; they take time in proportion to the text. */
final class Regex {

  private static final int MOST = 1000;

  private Regex() {}

  static Object matches(@Nullable Object value, Arguments in, boolean fromTheStart) {
    boolean ignoreCase = Python.text(in.get(1, "ignorecase")).equals("True");
    Pattern pattern =
        Pattern.compile(in.text(0, "find", ""), ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    Matcher matcher = pattern.matcher(Python.text(value));
    return fromTheStart ? matcher.lookingAt() : matcher.find();
  }

  static Object replace(@Nullable Object value, Arguments in) {
    String by = in.text(1, "replace", "").replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
    return Python.bounded(
        Pattern.compile(in.text(0, "find", "")).matcher(Python.text(value)).replaceAll(by));
  }

  static List<Object> all(@Nullable Object value, String find) {
    Matcher matcher = Pattern.compile(find).matcher(Python.text(value));
    List<Object> found = new ArrayList<>();
    while (matcher.find() && found.size() < MOST) {
      found.add(
          switch (matcher.groupCount()) {
            case 0 -> matcher.group();
            case 1 -> matcher.group(1);
            default -> groups(matcher);
          });
    }
    return found;
  }

  static Object one(@Nullable Object value, Arguments in) {
    List<Object> found = all(value, in.text(0, "find", ""));
    int index = (int) in.number(1, "index", 0);
    if (index < 0 || index >= found.size()) {
      throw new IllegalStateException("regex_findall_index found only " + found.size());
    }
    return found.get(index);
  }

  private static List<Object> groups(Matcher matcher) {
    List<Object> groups = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      groups.add(text == null ? "" : text);
    }
    return groups;
  }
}
