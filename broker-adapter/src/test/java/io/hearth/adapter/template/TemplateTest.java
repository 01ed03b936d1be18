package io.hearth.adapter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.Payload;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

  private static final Payload LAMP =
      Payload.of(
          """
          {"state":"ON","level":127,"warm":21.5,"on":true,"off":false,"none":null,"word":"None",
           "deep":{"a-b":[1,{"c":"x"}]},"list":[3,1,2],"seconds":1700000000,"text":" 7 ",
           "items":{"first":"one"}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ value_json.state }} => ON",
        "{{value_json['state']}} => ON",
        "{{ value_json[\"state\"] }} => ON",
        "{{ value_json.deep['a-b'][1].c }} => x",
        "{{ value_json.text }} => 7",
        "{{ value_json.state | lower }} => on",
        "{{ value_json.items.first }} => one",
        "{% if value_json.on %}yes{% else %}no{% endif %} => yes",
        "{{ 'ON' if value_json.level > 100 else 'OFF' }} => ON",
        "{{ value_json.on | lower }} => true",
        "{{ value_json.on ~ '' }} => true",
        "{{ (value_json.warm * 2) | round(1) }} => 43.0",
        "{{ value_json.level | multiply(2) }} => 254",
        "{{ (value_json.level / 254 * 100) | round(0) }} => 50",
        "{{ value_json.level | int // 2 }} => 63",
        "{{ '12.7' | float | int }} => 12",
        "{{ 'x' | int(5) }} => 5",
        "{{ '0x1f' | int(base=16) }} => 31",
        "{{ value_json.missing | default('gone') }} => gone",
        "{{ value_json.missing | float(1.5) }} => 1.5",
        "{{ {0:'off', 1:'low'}[1] }} => low",
        "{{ {True:'a', False:'b'}[value_json.on] }} => a",
        "{{ {True:'a', False:'b'}[value_json.off] }} => b",
        "{% set m = {None:None,'ON':'heat'} %}{{ m[value_json.state] }} => heat",
        "{% set m = {'ON':'heat'} %}{{ m[value_json.state] if value_json.state in m.keys() else 'x' }} => heat",
        "{{ value_json.get('nothing', 'null') }} => null",
        "{{ 'state' in value_json }} => True",
        "{{ value_json.list | max }} => 3",
        "{{ value_json.list | sort | first }} => 1",
        "{{ iif(value_json.on, 'open', 'closed') }} => open",
        "{{ value_json.off | iif('open', 'closed') }} => closed",
        "{{ value_json.level | bitwise_and(3) }} => 3",
        "{{ value_json.state | regex_replace('O(.)', '<\\1>') }} => <N>",
        "{{ 'a1b22' | regex_findall_index('\\d+', 1) }} => 22",
        "{{ value_json.state is defined and value_json.missing is not defined }} => True",
        "{{ value_json.seconds | timestamp_custom('%Y', False) }} => 2023",
        "{{ 'left_open'.split('_')[1] }} => open",
        "{{ 'Hello'[0] }} => H",
        "{{ value[:2] | trim | length }} => 2",
        "{% for n in value_json.list %}{{ n }}{% if not loop.last %}-{% endif %}{% endfor %} => 3-1-2",
        "{{ value_json.list | join(',') }} => 3,1,2",
        "{{ value_json.list | map('string') | join }} => 312",
        "{{ value_json.deep | tojson }} => {\"a-b\":[1,{\"c\":\"x\"}]}",
        "{{ '{\"a\": 4}' | from_json | attr('a') }} => 4",
        "{{ 3 ** 2 }} => 9",
        "{{ not value_json.on }} => False",
        "{{ value_json.level - 7 }} => 120",
        "{{ '%.1f' | format(value_json.warm) }} => 21.5",
        "{{ value | length > 5 }} => True",
      })
  void readsWhatHomeAssistantWouldRead(String template, String expected) throws Exception {
    // When
    Optional<Value> said = Template.compile(template).read(LAMP);

    // Then
    assertThat(said).as(template).contains(Value.of(expected));
  }

  @Test
  void keepsTheTypeOfWhatAPathFinds() throws Exception {
    assertThat(Template.compile("{{ value_json.level }}").read(LAMP)).contains(Value.of(127));
    assertThat(Template.compile("{{ value_json.on }}").read(LAMP)).contains(Value.of(true));
    assertThat(Template.compile("{{ value_json.list }}").read(LAMP))
        .contains(Value.ofRaw(List.of(3, 1, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ value_json.missing }}",
        "{{ value_json.missing.deeper }}",
        "{{ value_json.none }}",
        "{{ value_json.word }}",
        "{{ None }}",
        "{{ value_json.missing | default('None') }}",
        "{{ '' }}",
        "{% if false %}x{% endif %}",
      })
  void saysNothingWhereThereIsNothing(String template) throws Exception {
    assertThat(Template.compile(template).read(LAMP)).as(template).isEmpty();
  }

  @Test
  void writesNumbersTextsAndTruthLikePython() throws Exception {
    // Given
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("position", 40L);
    variables.put("value", true);
    variables.put("tone", "bell");

    // Then
    assertThat(Template.compile("{ \"position\": {{ position }} }").write(variables))
        .isEqualTo("{ \"position\": 40 }");
    assertThat(Template.compile("{{ value }}").write(variables)).isEqualTo("True");
    assertThat(Template.compile("{{ tone | upper }}/{{ volume | default(3) }}").write(variables))
        .isEqualTo("BELL/3");
    assertThat(Template.compile("{{ {0:'off', 40:'low'}[position] }}").write(variables))
        .isEqualTo("low");
    assertThat(Template.compile("fixed").write(variables)).isEqualTo("fixed");
  }

  @Test
  void knowsTheDateOfNow() throws Exception {
    assertThat(Template.compile("{{ now().strftime('%Y-%m-%d %H:%M:%S') }}").write(Map.of()))
        .matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(Template.compile("{{ as_timestamp(now()) | int > 1700000000 }}").write(Map.of()))
        .isEqualTo("True");
  }

  @Test
  void readsATextThatIsNoJson() throws Exception {
    assertThat(Template.compile("{{ value | int + 1 }}").read(Payload.of("41")))
        .contains(Value.of("42"));
    assertThat(Template.compile("{{ value }}").read(Payload.of("open"))).contains(Value.of("open"));
    assertThatThrownBy(() -> Template.compile("{{ value_json.a }}").read(Payload.of("open")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("no JSON");
  }

  @Test
  void neverTakesWhatADeviceSaysForATemplate() throws Exception {
    // Given
    Payload sly = Payload.of("{\"a\":\"{{ 7 * 7 }}\"}");

    // Then
    assertThat(Template.compile("{{ value_json.a | trim }}").read(sly))
        .contains(Value.of("{{ 7 * 7 }}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'x' | nosuchfilter }}",
        "{{ value_json.word | float }}",
        "{{ value_json.missing | int }}",
        "{{ nosuchfunction() }}",
        "{% nosuchtag %}",
        "{{ 1 + }}",
        "{% if x %}never closed",
        "{% include 'file:///etc/passwd' %}",
        "{% import '/etc/passwd' as x %}{{ x }}",
        "{% extends '/etc/passwd' %}",
        "{% from '/etc/passwd' import x %}",
        "{{ ''.getClass() }}",
        "{{ ''.class.forName('java.lang.Runtime') }}x{{ ''.getBytes() }}",
        "{{ value_json.list.getClass().getClassLoader() }}",
        "{{ ____int3rpr3t3r____.getConfig() }}",
        "{{ value_json.state | render }}",
        "{{ '[1]' | fromyaml }}",
        "{{ [] | log }}",
        "{{ type(1) }}",
        "{{ now().toDate() }}",
        "{{ range(0, 100000000) | length }}{{ 'x' | int }}",
      })
  void refusesWhatItCannotOrMustNotDo(String template) {
    assertThatThrownBy(() -> Template.compile(template).read(LAMP))
        .as(template)
        .isInstanceOf(TemplateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in range(999) %}{% for b in range(999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
        "{% set x = 'ab' %}{% for a in range(900) %}{% set x = x ~ x %}{% endfor %}{{ x }}",
        "{% set x = 'ab' %}{% set ns = namespace(x='ab') %}{% for a in range(900) %}{% set ns.x = ns.x + ns.x %}{% endfor %}{{ ns.x }}",
        "{% set l = [1] %}{% set ns = namespace(l=[1,2]) %}{% for a in range(90) %}{% set ns.l = ns.l + ns.l %}{% endfor %}{{ ns.l | length }}",
        "{% set ns = namespace(l=[1,2]) %}{% for a in range(90) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}",
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}{{ 'x' | int }}",
        "{{ 'a' * 100000000 }}{{ 'x' | int }}",
        "{{ ('a' | replace('a', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb') | replace('b','cccccccccccccccccccccccccccccccc') | replace('c','dddddddddddddddddddddddddddddddddddd') | replace('d','dddddddddddddddddddddddddddddddddddddddddddddddd') | replace('d','dddddddddddddddddddddddddddddddddd')) | length }}",
        "{{ 'x' | regex_replace('(x+x+)+y', 'z') }}{{ 'x' | int }}",
        "{{ 'x'.ljust(2000000000) | length }}{{ 'x' | int }}",
        "{{ 'x' | truncate(2000000000) | center(2000000000) }}{{ 'x' | int }}",
        "{{ '%2000000000d' | format(1) }}{{ 'x' | int }}",
        "{{ 'x' | indent(2000000000) | length }}{{ 'x' | int }}",
      })
  void endsWhatWouldTakeForEver(String template) throws Exception {
    // Given
    Template.compile("{{ 1 + 1 }}").write(Map.of()); // what starting Jinja takes does not count
    long started = System.nanoTime();

    // When
    assertThatThrownBy(() -> Template.compile(template).read(LAMP))
        .as(template)
        .isInstanceOf(TemplateException.class);

    // Then
    assertThat(System.nanoTime() - started).as(template).isLessThan(2_000_000_000L);
  }

  @Test
  void fiveThousandSpoiledTemplatesAndPayloadsAreRenderedOrRefused() throws Exception {
    // Given
    Random random = new Random(17);
    List<String> seeds =
        List.of(
            "{% set m = {None:None,'ON':'heat'} %}{{ m[value_json.state] | default('x') }}",
            "{% for i in value_json.list %}{{ i * 2 }}{% endfor %}",
            "{{ (value_json.level / 254 * 100) | round(0) | int }}",
            "{{ value_json.deep['a-b'][1].c ~ value_json.text | lower }}");
    String said = "{\"state\":\"ON\",\"level\":127,\"list\":[3,1],\"deep\":{\"a-b\":[1]}}";
    // When
    for (int i = 0; i < 10_000; i++) {
      String template = spoiled(seeds.get(i % seeds.size()), random);
      try {
        Template.compile(template).read(Payload.of(spoiled(said, random)));
      } catch (TemplateException expected) {
        assertThat(expected.getMessage()).as(template).isNotBlank();
      }
    }
    // Then
    assertThat(Template.compile("{{ value_json.state }}").read(LAMP)).contains(Value.of("ON"));
  }

  private static String spoiled(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    for (int k = random.nextInt(4); k > 0; k--) {
      int at = random.nextInt(text.length());
      String poison =
          List.of("{{", "%}", "'", "|", "[", "\0", "1e999", ".", "}").get(random.nextInt(9));
      text.replace(at, Math.min(text.length(), at + random.nextInt(3)), poison);
    }
    return text.toString();
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> Template.compile("{{" + " ".repeat(9000) + "1 }}"))
        .hasMessageContaining("at most 8192 characters");
    assertThatThrownBy(() ->
            Template.compile("{{ " + "(".repeat(4000) + "1" + ")".repeat(4000) + " }}")
                .write(Map.of()))
        .isInstanceOf(TemplateException.class);
  }
}
