package io.hearth.adapter.homeassistant;

import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiled templates; a home has few different ones, however many devices. */
final class Templates {

  private static final int MOST = 4096;

  private final Map<String, Template> compiled =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The template, compiled now or before.
   *
   * @throws TemplateException when it is none
   */
  Template of(String source) throws TemplateException {
    Template known = compiled.get(source);
    if (known == null) {
      known = Template.compile(source);
      compiled.put(source, known);
    }
    return known;
  }
}
