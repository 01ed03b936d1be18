package io.hearth.adapter.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lamp of each convention over MQTT. */
final class Lamps {

  private Lamps() {}

  static List<WireLamp> all() {
    return List.of(
        new Hearth(),
        new HomeAssistantEntity(),
        new HomeAssistantDevice(),
        new Zigbee(),
        new Homie5(),
        new Homie4(),
        new Tasmota(),
        new Shelly());
  }

  private static boolean saysOn(String payload) {
    return payload.contains("ON") || payload.contains("turnOn") || payload.contains("true");
  }

  private static final class Hearth extends WireLamp {
    Hearth() {
      super("hearth", "light.scenario");
    }

    @Override
    String willTopic() {
      return "hearth/light.scenario/availability";
    }

    @Override
    String will() {
      return "offline";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"hearth/light.scenario/command"};
    }

    @Override
    void announce() {
      keep(
          "hearth/light.scenario/description",
          "{\"name\":\"Scenario lamp\",\"type\":\"light\",\"capabilities\":[\"OnOff\"]}");
    }

    @Override
    void available() {
      keep("hearth/light.scenario/availability", "online");
    }

    @Override
    void report(boolean on) {
      keep("hearth/light.scenario/state", "{\"on\":" + on + "}");
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      keep("hearth/light.scenario/description", "");
    }
  }

  /** One message for its only entity. */
  private static final class HomeAssistantEntity extends WireLamp {
    HomeAssistantEntity() {
      super("homeassistant, single component", "lampfactory-17");
    }

    @Override
    String willTopic() {
      return "lampfactory/17/lwt";
    }

    @Override
    String will() {
      return "dead";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"lampfactory/17/set"};
    }

    @Override
    void announce() {
      keep(
          "homeassistant/light/lampfactory-17/config",
          """
          {"~": "lampfactory/17", "name": null, "uniq_id": "lf17", "stat_t": "~/stat",
           "cmd_t": "~/set", "avty_t": "~/lwt", "pl_avail": "alive", "pl_not_avail": "dead",
           "dev": {"ids": ["lampfactory-17"], "name": "Scenario lamp", "mf": "Lamp Factory"},
           "o": {"name": "lampfactory"}}
          """);
    }

    @Override
    void available() {
      keep("lampfactory/17/lwt", "alive");
    }

    @Override
    void report(boolean on) {
      keep("lampfactory/17/stat", on ? "ON" : "OFF");
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      keep("homeassistant/light/lampfactory-17/config", "");
    }
  }

  /** One message for the device with all its entities. */
  private static final class HomeAssistantDevice extends WireLamp {
    HomeAssistantDevice() {
      super("homeassistant, device", "lampworks-4");
    }

    @Override
    String willTopic() {
      return "lampworks/4/available";
    }

    @Override
    String will() {
      return "offline";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"lampworks/4/do"};
    }

    @Override
    void announce() {
      keep(
          "homeassistant/device/lampworks-4/config",
          """
          {"device": {"identifiers": "lampworks-4", "name": "Scenario lamp"},
           "origin": {"name": "lampworks"},
           "availability": [{"topic": "lampworks/4/available"}],
           "components": {
             "lamp": {"platform": "light", "schema": "json", "unique_id": "lw4_lamp", "name": null,
               "state_topic": "lampworks/4/state", "command_topic": "lampworks/4/do",
               "brightness": true, "supported_color_modes": ["brightness"]},
             "signal": {"platform": "sensor", "unique_id": "lw4_signal", "name": "Signal",
               "entity_category": "diagnostic", "state_topic": "lampworks/4/state",
               "value_template": "{{ value_json.rssi }}"}}}
          """);
    }

    @Override
    void available() {
      keep("lampworks/4/available", "online");
    }

    @Override
    void report(boolean on) {
      keep("lampworks/4/state", "{\"state\":\"" + (on ? "ON" : "OFF") + "\",\"rssi\":-60}");
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      keep("homeassistant/device/lampworks-4/config", "");
    }
  }

  /** A bulb behind a bridge, which tells of it in its own model. */
  private static final class Zigbee extends WireLamp {
    private static final String BULB =
        """
        {"ieee_address": "0x00124b00scenario", "type": "Router", "friendly_name": "scenario lamp",
         "supported": true, "disabled": false, "interview_completed": true,
         "definition": {"vendor": "Nobody", "model": "B1", "description": "Bulb", "exposes": [
           {"type": "light", "features": [
             {"type": "binary", "name": "state", "property": "state", "access": 7,
              "value_on": "ON", "value_off": "OFF", "value_toggle": "TOGGLE"},
             {"type": "numeric", "name": "brightness", "property": "brightness", "access": 7,
              "value_min": 0, "value_max": 254}]},
           {"type": "numeric", "name": "linkquality", "property": "linkquality", "access": 1,
            "category": "diagnostic", "unit": "lqi"}]}}
        """
            .replace("scenario\", \"type", "a1b2c3d4\", \"type");

    Zigbee() {
      super("zigbee2mqtt", "0x00124b00a1b2c3d4");
    }

    @Override
    String willTopic() {
      return "zigbee2mqtt/scenario lamp/availability";
    }

    @Override
    String will() {
      return "{\"state\":\"offline\"}";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"zigbee2mqtt/scenario lamp/set"};
    }

    @Override
    void announce() {
      keep("zigbee2mqtt/bridge/state", "{\"state\":\"online\"}");
      keep("zigbee2mqtt/bridge/devices", "[" + BULB + "]");
    }

    @Override
    void available() {
      keep("zigbee2mqtt/scenario lamp/availability", "{\"state\":\"online\"}");
    }

    @Override
    void report(boolean on) {
      say(
          "zigbee2mqtt/scenario lamp",
          "{\"state\":\"" + (on ? "ON" : "OFF") + "\",\"brightness\":200,\"linkquality\":90}");
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      keep("zigbee2mqtt/bridge/devices", "[]");
    }
  }

  private static final class Homie5 extends WireLamp {
    Homie5() {
      super("homie 5", "scenario-lamp5");
    }

    @Override
    String willTopic() {
      return "homie/5/scenario-lamp5/$state";
    }

    @Override
    String will() {
      return "lost";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"homie/5/scenario-lamp5/light/on/set"};
    }

    @Override
    void announce() {
      keep("homie/5/scenario-lamp5/$state", "init");
      keep(
          "homie/5/scenario-lamp5/$description",
          """
          {"homie": "5.0", "version": 3, "name": "Scenario lamp", "nodes": {"light": {
            "name": "Light", "type": "light", "properties": {"on": {"name": "On",
              "datatype": "boolean", "settable": true, "retained": true}}}}}
          """);
    }

    @Override
    void available() {
      keep("homie/5/scenario-lamp5/$state", "ready");
    }

    @Override
    void report(boolean on) {
      keep("homie/5/scenario-lamp5/light/on", String.valueOf(on));
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      keep("homie/5/scenario-lamp5/$state", "");
      keep("homie/5/scenario-lamp5/$description", "");
    }
  }

  private static final class Homie4 extends WireLamp {
    private static final String BASE = "homie/scenario-lamp4/";

    Homie4() {
      super("homie 4", "scenario-lamp4");
    }

    @Override
    String willTopic() {
      return BASE + "$state";
    }

    @Override
    String will() {
      return "lost";
    }

    @Override
    String[] commandTopics() {
      return new String[] {BASE + "light/on/set"};
    }

    @Override
    void announce() {
      keep(BASE + "$state", "init");
      keep(BASE + "$homie", "4.0.0");
      keep(BASE + "$name", "Scenario lamp");
      keep(BASE + "$nodes", "light");
      keep(BASE + "light/$name", "Light");
      keep(BASE + "light/$type", "light");
      keep(BASE + "light/$properties", "on");
      keep(BASE + "light/on/$name", "On");
      keep(BASE + "light/on/$datatype", "boolean");
      keep(BASE + "light/on/$settable", "true");
    }

    @Override
    void available() {
      keep(BASE + "$state", "ready");
    }

    @Override
    void report(boolean on) {
      keep(BASE + "light/on", String.valueOf(on));
    }

    @Override
    void heard(String topic, String payload) {
      report(saysOn(payload));
    }

    @Override
    void leave() {
      for (String leaf : List.of("$homie", "$name", "$nodes", "$state")) {
        keep(BASE + leaf, "");
      }
    }
  }

  private static final class Tasmota extends WireLamp {
    Tasmota() {
      super("tasmota", "tasmota-A0B1C2D3E4F5");
    }

    @Override
    String willTopic() {
      return "tele/tasmota_D3E4F5/LWT";
    }

    @Override
    String will() {
      return "Offline";
    }

    @Override
    String[] commandTopics() {
      return new String[] {"cmnd/tasmota_D3E4F5/#"};
    }

    @Override
    void announce() {
      keep(
          "tasmota/discovery/A0B1C2D3E4F5/config",
          """
          {"ip":"127.0.0.9","dn":"Scenario plug","fn":["Scenario plug",null],"hn":"scenario",
           "mac":"A0B1C2D3E4F5","md":"Plug","ty":0,"if":0,"ofln":"Offline","onln":"Online",
           "state":["OFF","ON","TOGGLE","HOLD"],"sw":"13.1.0","t":"tasmota_D3E4F5",
           "ft":"%prefix%/%topic%/","tp":["cmnd","stat","tele"],"rl":[1,0,0,0,0,0,0,0],
           "swc":[-1],"btn":[0],"so":{"4":0},"lk":0,"lt_st":0,"sho":[0,0,0,0],"ver":1}
          """);
    }

    @Override
    void available() {
      keep("tele/tasmota_D3E4F5/LWT", "Online");
    }

    @Override
    void report(boolean on) {
      say("stat/tasmota_D3E4F5/RESULT", "{\"POWER\":\"" + (on ? "ON" : "OFF") + "\"}");
    }

    @Override
    void heard(String topic, String payload) {
      if (topic.contains("POWER") || topic.contains("Power")) {
        report(saysOn(payload.toUpperCase(java.util.Locale.ROOT)) || payload.equals("1"));
      }
    }

    @Override
    void leave() {
      keep("tasmota/discovery/A0B1C2D3E4F5/config", "");
    }
  }

  private static final class Shelly extends WireLamp {
    private static final String ID = "shellyplus1-a0b1c2d3e4f6";
    private boolean on;

    Shelly() {
      super("shelly", ID);
    }

    @Override
    String willTopic() {
      return ID + "/online";
    }

    @Override
    String will() {
      return "false";
    }

    @Override
    String[] commandTopics() {
      return new String[] {ID + "/rpc"};
    }

    @Override
    void announce() {}

    @Override
    void available() {
      keep(ID + "/online", "true");
    }

    @Override
    void report(boolean nowOn) {
      on = nowOn;
      say(
          ID + "/events/rpc",
          "{\"src\":\""
              + ID
              + "\",\"dst\":\""
              + ID
              + "/events\",\"method\":\"NotifyStatus\",\"params\":{"
              + "\"ts\":1767225600.0,\"switch:0\":{\"id\":0,\"output\":"
              + on
              + "}}}");
    }

    @Override
    void heard(String topic, String payload) {
      JsonNode request = JsonMapper.shared().readTree(payload);
      String number = request.get("id").toString();
      String from = request.get("src").asString();
      String result;
      if (payload.contains("Switch.Set")) {
        boolean was = on;
        report(payload.contains("\"on\":true"));
        result = "{\"was_on\":" + was + "}";
      } else if (payload.contains("GetDeviceInfo")) {
        result =
            "{\"name\":\"Scenario plug\",\"id\":\""
                + ID
                + "\",\"mac\":\"A0B1C2D3E4F6\",\"gen\":2,\"app\":\"Plus1\",\"model\":\"SNSW-001X16EU\"}";
      } else if (payload.contains("GetConfig")) {
        result =
            "{\"sys\":{\"device\":{\"name\":\"Scenario plug\",\"mac\":\"A0B1C2D3E4F6\"}},"
                + "\"switch:0\":{\"id\":0,\"name\":null}}";
      } else if (payload.contains("GetStatus")) {
        result =
            "{\"switch:0\":{\"id\":0,\"output\":" + on + "},\"sys\":{\"mac\":\"A0B1C2D3E4F6\"}}";
      } else {
        return;
      }
      say(
          from + "/rpc",
          "{\"id\":"
              + number
              + ",\"src\":\""
              + ID
              + "\",\"dst\":\""
              + from
              + "\",\"result\":"
              + result
              + "}");
    }

    @Override
    void leave() {
      keep(ID + "/online", "");
    }
  }
}
