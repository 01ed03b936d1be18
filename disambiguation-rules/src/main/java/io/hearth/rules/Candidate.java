package io.hearth.rules;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Trait;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import io.hearth.model.state.ContextSnapshot;
import java.util.Optional;

/**
 * The fact of rules: one request of one hypothesis, with what the moment says of its devices.
 *
 * <p>Words that were not said are empty strings, so that rules need no null checks. A property that
 * looks at all devices is worked out when a rule asks, so a rule names the intent first.
 */
public final class Candidate {

  private final int hypothesis;
  private final int request;
  private final Hypothesis reading;
  private final Request said;
  private final Heard heard;
  private final Openness openness;
  private final Moment moment;
  private final ContextSnapshot snapshot;
  private final Targets targets;

  Candidate(
      int hypothesis,
      int request,
      Hypothesis reading,
      Openness openness,
      Moment moment,
      ContextSnapshot snapshot) {
    this.hypothesis = hypothesis;
    this.request = request;
    this.reading = reading;
    this.said = reading.requests().get(request);
    this.heard = Heard.of(reading.heard());
    this.openness = openness;
    this.moment = moment;
    this.snapshot = snapshot;
    this.targets = new Targets(snapshot, said);
  }

  /** Index of the hypothesis in the list that is ranked. */
  public int getHypothesis() {
    return hypothesis;
  }

  /** Index of the request in its hypothesis; those of the same index compete. */
  public int getRequest() {
    return request;
  }

  /** The intent's word, e.g. {@code TurnOn}. */
  public String getIntent() {
    return said.intent().word();
  }

  public boolean isQuestion() {
    return said.intent().isQuestion();
  }

  public boolean isOutOfDomain() {
    return said.intent() == Intent.OUT_OF_DOMAIN;
  }

  public Grounding getGrounding() {
    return said.grounding();
  }

  /** Whether the words make it about as likely as the likeliest reading of the home. */
  public boolean isLikely() {
    return !isOutOfDomain() && openness.isLikely(reading);
  }

  /** Whether the words make it as likely as the likeliest reading of the home, or nearly so. */
  public boolean isLeading() {
    return !isOutOfDomain() && openness.isLeading(reading);
  }

  /** Whether the words alone make it much less likely than the likeliest reading of the home. */
  public boolean isFarFetched() {
    return !openness.isLikely(reading);
  }

  /**
   * Whether the words leave it to the moment: there are other readings about as likely, or no
   * device was said. Only then do place, time, activity and the like have a say.
   */
  public boolean isOpen() {
    return isLikely() && (openness.hasRivals() || isImplicit());
  }

  /** Whether the words leave open where: open, and no place was said or pointed back to. */
  public boolean isPlaceOpen() {
    return isOpen()
        && (isImplicit() || openness.hasRivalTargets())
        && said.slot(Slots.AREA).isEmpty()
        && said.slot(Slots.FLOOR).isEmpty()
        && !isSaysOutside()
        && switch (said.grounding()) {
          case AREA, FLOOR, REFERRED, NONE -> false;
          case NAMED, HERE, ELSEWHERE, IMPLIED -> true;
          case EVERYWHERE -> !isSaysAll();
        };
  }

  /** Whether no device, place or number of them was said. */
  public boolean isImplicit() {
    return switch (said.grounding()) {
      case HERE, ELSEWHERE, IMPLIED, REFERRED -> true;
      case NAMED, AREA, FLOOR, EVERYWHERE, NONE -> false;
    };
  }

  /** Whether a word such as "all" or "every" was heard. */
  public boolean isSaysAll() {
    return heard.all();
  }

  /** Whether a word such as "outside" or "weather" was heard. */
  public boolean isSaysOutside() {
    return heard.outside();
  }

  /** Whether an amount or a word such as "a bit" was heard. */
  public boolean isSaysLittle() {
    return heard.little();
  }

  /** Whether it begins as a question does. */
  public boolean isAskedAsQuestion() {
    return heard.question();
  }

  /** Whether it is already known that a part of it cannot be done. */
  public boolean isFailing() {
    return !said.problems().isEmpty();
  }

  /** The slot of that name when it is a word, else empty. */
  public String slot(String name) {
    return said.word(name).orElse("");
  }

  /** The property asked for or set. */
  public String getProperty() {
    return slot(Slots.PROPERTY);
  }

  /** The type of media: movie, audiobook, … */
  public String getMediaType() {
    return slot(Slots.MEDIA_TYPE);
  }

  /** Id of the device type, empty without device. */
  public String getType() {
    return targets.first().map(device -> device.type().id()).orElse("");
  }

  /** Kind within the type. */
  public String getKind() {
    return targets.first().flatMap(Device::kind).orElse("");
  }

  public int getSize() {
    return targets.devices().size();
  }

  /** Whether all of it is in the speaker's room. */
  public boolean isHere() {
    return speakerArea().filter(targets::areIn).isPresent();
  }

  /** Whether it has a place and none of it is in the speaker's room. */
  public boolean isElsewhere() {
    return speakerArea().filter(targets::areOutsideOf).isPresent();
  }

  /** Whether all of it is on the speaker's floor. */
  public boolean isOnThisFloor() {
    return speakerArea().filter(targets::areOnFloorOf).isPresent();
  }

  /** Whether somebody is where it is. */
  public boolean isOccupied() {
    return targets.first().flatMap(Device::area).filter(moment::isOccupied).isPresent();
  }

  public boolean isOutdoors() {
    return targets.all(device -> RoomReading.isOutdoors(device, snapshot.home()));
  }

  /** Whether its readings are of the room and not of its own inside. */
  public boolean isRoomReading() {
    return targets.any(device -> RoomReading.isExpectedOf(device, snapshot.home()));
  }

  /** Whether its temperature is that of its own inside, as an oven's. */
  public boolean isOwnInside() {
    return targets.any(RoomReading::isOfOwnInside);
  }

  public boolean isScreen() {
    return targets.anyHas(Trait.SCREEN);
  }

  /** Whether it can do what is asked: serves the intent, or tells the property. */
  public boolean isAble() {
    if (said.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.UNSUPPORTED)) {
      return false;
    }
    if (targets.devices().isEmpty()) {
      return true;
    }
    if (isQuestion()) {
      return getProperty().isEmpty() || targets.anyTells(getProperty());
    }
    return said.intent().group() != Intent.Group.DEVICE || targets.anyServes();
  }

  /** Whether it is on, playing, running, cleaning, moving or ringing. */
  public boolean isActive() {
    return targets.anyActive();
  }

  public boolean isPaused() {
    return targets.anyIs("playback", "paused")
        || targets.anyIs("operation", "paused")
        || targets.anyIs("cleaning", "paused");
  }

  public boolean isRinging() {
    return targets.anyIs("ringing") || targets.anyIs("triggered");
  }

  /** Whether what is asked for holds already. */
  public boolean isAlreadySo() {
    return targets.areAlreadySo();
  }

  public boolean isReachable() {
    return targets.anyReachable();
  }

  /** Whether the property asked for has not been reported since contact was lost. */
  public boolean isStale() {
    return targets.allStale(getProperty());
  }

  /** Whether a wrong guess could do great harm. */
  public boolean isDangerous() {
    return targets.anyDangerous();
  }

  /** How many devices were spoken about since it was; −1 for never. */
  public int getMentionRank() {
    return targets.mentionRank();
  }

  /** Minutes since it was spoken about; infinite for never. */
  public double getMinutesSinceMention() {
    return targets.minutesSinceMention();
  }

  public boolean isOfTypeMentionedLast() {
    return targets.areOfTypeMentionedLast();
  }

  /** Minutes since it was last used, by hand or by voice; infinite when that is not remembered. */
  public double getMinutesSinceUse() {
    return targets.devices().stream()
        .mapToDouble(device -> moment.minutesSinceUse(device.id()))
        .min()
        .orElse(Moment.NEVER);
  }

  /** Whether it is or makes coffee. */
  public boolean isCoffee() {
    return makes("coffee") || getType().equals("coffee_maker");
  }

  /** Whether it is or makes tea. */
  public boolean isTea() {
    return makes("tea") || getType().equals("kettle");
  }

  /** Whether the speaker declared to like it under that key, e.g. {@code music.genre}. */
  public boolean likes(String key) {
    Optional<String> liked = moment.preference(key);
    return liked.isPresent()
        && (liked.get().equalsIgnoreCase(slot(Slots.MEDIA))
            || (liked.get().equalsIgnoreCase("coffee") && isCoffee())
            || (liked.get().equalsIgnoreCase("tea") && isTea()));
  }

  /** "the oven". */
  public String it() {
    return Wording.the(targets.devices());
  }

  /** "the oven is", "the lights are". */
  public String itIs() {
    return it() + " " + Wording.is(targets.devices());
  }

  /** The devices with "was" in their number: "the lights were". */
  public String itWas() {
    return it() + " " + Wording.was(targets.devices());
  }

  @Override
  public String toString() {
    return "Candidate[" + hypothesis + "." + request + " " + getIntent() + " " + it() + "]";
  }

  private boolean makes(String drink) {
    return slot(Slots.TEXT).contains(drink) || slot(Slots.VALUE).contains(drink);
  }

  private Optional<AreaId> speakerArea() {
    return snapshot.speakerArea();
  }
}
