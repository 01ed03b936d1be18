package io.hearth.adapter.owntype;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Format;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes extractors; regular expressions take time in proportion to the text, templates a bound. */
final class Extractors {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Extractors() {}

  /**
   * The extractor of a description.
   *
   * @throws IllegalArgumentException for a template or regular expression that is none
   */
  static Extractor of(Extract extract, Format format) {
    Extractor plain = of(extract, format == Format.JSON || format == Format.CBOR);
    return format == Format.CBOR ? payload -> plain.from(CborPayload.asJson(payload)) : plain;
  }

  private static Extractor of(Extract extract, boolean document) {
    return switch (extract) {
      case Extract.Whole() ->
          document
              ? payload -> value(payload.json())
              : payload -> Optional.of(Value.of(payload.text().strip()));
      case Extract.Member(String pointer) -> member(JsonPointer.compile(pointer));
      case Extract.Template(String text) -> template(text);
      case Extract.Regex(String pattern, int group) -> regex(pattern, group);
      case Extract.Bytes bytes -> payload -> ByteReader.read(bytes, payload.bytes());
    };
  }

  private static Extractor member(JsonPointer pointer) {
    return payload -> value(payload.json().at(pointer));
  }

  private static Optional<Value> value(JsonNode node) throws MalformedPayloadException {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Value.ofRaw(MAPPER.treeToValue(node, Object.class)));
    } catch (IllegalArgumentException impossible) {
      throw new MalformedPayloadException("a value that cannot be: " + impossible.getMessage());
    }
  }

  private static Extractor template(String text) {
    Template template = compiled(text);
    return payload -> {
      try {
        return template.read(payload);
      } catch (TemplateException failed) {
        throw new MalformedPayloadException(String.valueOf(failed.getMessage()), failed);
      }
    };
  }

  /**
   * A template.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Template compiled(String text) {
    try {
      return Template.compile(text);
    } catch (TemplateException none) {
      throw new IllegalArgumentException(String.valueOf(none.getMessage()), none);
    }
  }

  private static Extractor regex(String text, int group) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException none) {
      throw new IllegalArgumentException(
          "no regular expression as RE2 knows them: " + none.getDescription(), none);
    }
    return payload -> {
      Matcher matcher = pattern.matcher(payload.text());
      return matcher.find()
          ? Optional.ofNullable(matcher.group(group)).map(Value::of)
          : Optional.empty();
    };
  }
}
