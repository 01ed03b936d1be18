package io.hearth.language.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Reading;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.registry.Catalogues;
import io.hearth.registry.HomeFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeLexiconTest {

  private final Lexicon lexicon = Lexicon.of("en");
  private final Home demo = new HomeFiles(Catalogues.builtIn()).demo().home();
  private final HomeLexicon words = HomeLexicon.of(demo, lexicon);

  @Test
  void aDeviceThatComesIsFoundAndOneThatLeavesIsNot() {
    Device heron =
        Device.of(
                new DeviceId("light.heron"),
                "Heron",
                Catalogues.builtIn().type("light").orElseThrow())
            .area(new AreaId("kitchen"))
            .build();
    List<Device> more = new ArrayList<>(demo.devices());
    more.add(heron);
    more.removeIf(device -> device.id().value().equals("fan.bathroom"));

    HomeLexicon later = words.updatedTo(demo.withDevices(more));

    assertThat(named(words, "heron")).isEmpty();
    assertThat(named(later, "heron")).containsExactly("light.heron");
    assertThat(named(words, "extractor")).containsExactly("fan.bathroom");
    assertThat(named(later, "extractor")).isEmpty();
    assertThat(named(later, "bedside lamp")).containsExactly("lamp.bedside");
  }

  @Test
  void aDeviceGoesByItsNameWithoutItsRoomAndByOtherWordsForItsSort() {
    assertThat(named(words, "reading light")).containsExactly("lamp.living_room");
    assertThat(named(words, "bedsidelamp")).containsExactly("lamp.bedside");
    assertThat(named(words, "coffee machine")).containsExactly("coffee_maker.kitchen");
  }

  private static List<String> named(HomeLexicon home, String text) {
    var sentence = home.lexicon().normalizer().sentence(text);
    List<String> found = new ArrayList<>();
    for (Reading reading : home.targets(sentence, 0)) {
      if (reading.end() == sentence.size()) {
        for (Target.Choice choice : ((Target) reading.meaning()).choices()) {
          if (choice.phrase().units().getFirst().referent()
              instanceof TargetPhrase.Referent.Named(List<Device> devices, boolean many)) {
            devices.forEach(device -> found.add(device.id().value()));
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }
}
