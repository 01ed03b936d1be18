package io.hearth.adapter.inference;

import io.hearth.adapter.inference.Vocabulary.Row;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Range;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what the values of devices mean. */
public final class Meanings {

  private static final Vocabulary VOCABULARY = new Vocabulary();
  private static final double MOST_CELSIUS_SETPOINT = 60;
  private static final Set<String> USUAL_PERCENT = Set.of("humidity", "battery");
  private static final Set<String> USUAL_UNIT =
      Set.of("illuminance", "co2", "pm25", "power", "color");

  private Meanings() {}

  /** What was found: a meaning, or why there is none. */
  public sealed interface Found {

    /** It is this. */
    record Known(Meaning meaning) implements Found {}

    /** It stays a detail of the device. */
    record Detail(String reason) implements Found {}
  }

  public static Found of(Described value) {
    Optional<Row> row = VOCABULARY.find(value);
    if (row.isEmpty()) {
      return new Found.Detail("no property of the catalogue is called that");
    }
    return switch (row.get().shape()) {
      case BOOLEAN -> truth(value, row.get());
      case NUMBER -> number(value, row.get());
      case COLOR -> color(value);
      case OPTION -> option(value, row.get().property());
      case TEXT, OTHER -> new Found.Detail("no property of the catalogue is written like that");
    };
  }

  private static Found truth(Described value, Row row) {
    List<Optional<Boolean>> said = value.options().stream().map(OptionWords::truth).toList();
    boolean told =
        said.size() == 2
            && said.stream().allMatch(Optional::isPresent)
            && !said.get(0).equals(said.get(1));
    if (!told && value.shape() == Described.Shape.OPTION) {
      return new Found.Detail("which of " + value.options() + " is yes is not known");
    }
    if (!told && Words.key(value.name()).equals("contact")) {
      return new Found.Detail("whether a contact is true when open or when closed is not said");
    }
    if (value.shape() == Described.Shape.OPTION) {
      String yes = value.options().get(said.get(0).orElse(false) ? 0 : 1);
      String no = value.options().get(said.get(0).orElse(false) ? 1 : 0);
      return truth(
          value,
          row,
          text -> text.isText(yes) != row.opposite(),
          is -> OptionWords.text(is != row.opposite() ? yes : no));
    }
    // Labels name what false and true are: "open,closed" says that true is closed.
    boolean turned = told ? said.get(0).orElse(false) : row.opposite();
    return truth(value, row, bool -> bool.isTrue() != turned, is -> Value.of(is != turned));
  }

  private static Found truth(
      Described value, Row row, Function<Value, Boolean> read, Function<Boolean, Value> written) {
    String property = row.property();
    Map<String, Meaning.Writer> writers =
        !value.settable()
            ? Map.of()
            : switch (property) {
              case "on" -> Writers.toggled(property, "turnOn", "turnOff", written);
              case "locked" -> Writers.toggled(property, "lock", "unlock", written);
              case "muted" -> Writers.toggled(property, "mute", "unmute", written);
              case "oscillating" ->
                  Map.of(
                      "setOscillating",
                      call ->
                          written.apply(call.argument(property).filter(Value::isTrue).isPresent()));
              default -> Map.of();
            };
    return known(row, said -> Map.of(property, Value.of(read.apply(said))), writers, Map.of());
  }

  private static Found number(Described value, Row row) {
    Optional<Scale> scale = scale(value, row);
    if (scale.isEmpty()) {
      return new Found.Detail("it has neither a unit nor a range that tells what its numbers are");
    }
    String property = row.property();
    Scale used = scale.get();
    Range range = value.range().map(r -> read(r, used)).orElse(row.unit().range());
    Meaning.Reader reader =
        said -> {
          if (!(said instanceof Value.Number(double raw))) {
            throw new MalformedPayloadException("not a number");
          }
          double read = used.read().applyAsDouble(raw);
          return Double.isFinite(read) ? Map.of(property, Value.of(read)) : Map.of();
        };
    Map<String, Value> options =
        value.range().isPresent() && !isWhole(range, row.unit())
            ? Map.of(
                property,
                new Value.Fields(
                    Map.of("min", Value.of(range.min()), "max", Value.of(range.max()))))
            : Map.of();
    return known(
        row, reader, value.settable() ? Writers.number(property, used, range) : Map.of(), options);
  }

  private static boolean isWhole(Range range, Unit unit) {
    return unit == Unit.PERCENT && range.min() <= 0 && range.max() >= 100;
  }

  private static Range read(Range range, Scale scale) {
    double from = scale.read().applyAsDouble(range.min());
    double to = scale.read().applyAsDouble(range.max());
    return new Range(Math.min(from, to), Math.max(from, to));
  }

  private static Optional<Scale> scale(Described value, Row row) {
    Unit unit = row.unit();
    Optional<Range> range = value.range().filter(r -> r.max() > r.min());
    if (!value.unit().isEmpty()) {
      boolean fraction = unit == Unit.PERCENT && range.isPresent() && range.get().max() <= 1;
      return fraction ? range.map(Scale::percentOf) : Scale.of(value.unit(), unit);
    }
    return switch (unit) {
      case PERCENT ->
          range
              .map(r -> r.equals(new Range(0, 100)) ? Scale.SAME : Scale.percentOf(r))
              .or(() ->
                  USUAL_PERCENT.contains(row.property())
                      ? Optional.of(Scale.SAME)
                      : Optional.empty());
      case CELSIUS ->
          range
              .filter(r -> value.settable() && r.max() <= MOST_CELSIUS_SETPOINT)
              .map(r -> Scale.SAME);
      case KELVIN ->
          range.map(r -> r.min() >= 1000 ? "K" : "mired").flatMap(u -> Scale.of(u, Unit.KELVIN));
      case LUX, PARTS_PER_MILLION, MICROGRAM_PER_CUBIC_METRE, WATT ->
          USUAL_UNIT.contains(row.property()) ? Optional.of(Scale.SAME) : Optional.empty();
      case NONE, DEGREE, HECTOPASCAL, KILOWATT_HOUR, SECOND -> Optional.empty();
    };
  }

  private static Found color(Described value) {
    return known(
        new Row("color", value.shape(), Unit.NONE, Vocabulary.Use.ANY, false, false),
        said -> Map.of("color", said),
        value.settable() ? Writers.passed("setColor", "color") : Map.of(),
        Map.of());
  }

  private static Found option(Described value, String property) {
    Map<String, Value> limits = new LinkedHashMap<>();
    List<Value> words =
        OptionWords.byMeaning(property, value.options()).keySet().stream().map(Value::of).toList();
    if (words.isEmpty() && !value.options().isEmpty()) {
      return new Found.Detail("none of " + value.options() + " is known as a state of " + property);
    }
    if (!words.isEmpty() && !property.equals("moving")) {
      limits.put(property, new Value.Items(words));
    }
    boolean moving = property.equals("moving");
    return new Found.Known(
        new Meaning(
            moving ? Set.of("moving", "position") : Set.of(property),
            false,
            moving ? OptionReaders::moving : said -> OptionReaders.option(property, said),
            value.settable() ? OptionWriters.of(property, value.options()) : Map.of(),
            limits));
  }

  private static Found known(
      Row row,
      Meaning.Reader reader,
      Map<String, Meaning.Writer> writers,
      Map<String, Value> options) {
    return new Found.Known(
        new Meaning(Set.of(row.property()), row.goal(), reader, writers, options));
  }

  /** Reads choices. */
  private static final class OptionReaders {

    private OptionReaders() {}

    static Map<String, Value> option(String property, Value said) throws MalformedPayloadException {
      return OptionWords.meant(property, word(said))
          .map(word -> Map.of(property, Value.of(word)))
          .orElse(Map.of());
    }

    /** The ends of a way say the position, all between says how it moves. */
    static Map<String, Value> moving(Value said) throws MalformedPayloadException {
      return switch (OptionWords.meant("moving", word(said)).orElse("")) {
        case "open" -> Map.of("position", Value.of(100), "moving", Value.of("stopped"));
        case "closed" -> Map.of("position", Value.of(0), "moving", Value.of("stopped"));
        case "opening" -> Map.of("moving", Value.of("opening"));
        case "closing" -> Map.of("moving", Value.of("closing"));
        case "stopped" -> Map.of("moving", Value.of("stopped"));
        default -> Map.of();
      };
    }

    private static String word(Value said) throws MalformedPayloadException {
      if (said instanceof Value.Text(String word)) {
        return word;
      }
      throw new MalformedPayloadException("not a word");
    }
  }
}
