package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Order;
import java.util.Optional;

/** Reads the answers of one form. */
final class Acknowledgements {

  private final Order.ReplyForm form;
  private final Extractor correlation;
  private final Extractor word;
  private final Optional<Extractor> reason;

  Acknowledgements(Order.ReplyForm form) {
    this.form = form;
    this.correlation = extractor(form.correlation());
    this.word = extractor(form.word());
    this.reason = form.reason().map(this::extractor);
  }

  private Extractor extractor(Extract extract) {
    return Extractors.of(extract, form.format());
  }

  String filter() {
    return form.at().filter();
  }

  boolean isAt(String topic) {
    return form.at().match(topic).isPresent();
  }

  void learn(Message message, Convention.Learned learned) throws MalformedPayloadException {
    Optional<Value> to = correlation.from(message.payload());
    if (to.isEmpty() || message.retained()) {
      return;
    }
    Optional<Value> said = word.from(message.payload());
    boolean accepted = said.map(Meaning::text).filter(form.accepted()::contains).isPresent();
    learned.reply(
        Meaning.text(to.get()),
        accepted ? new Answer.Accepted() : new Answer.Rejected(why(message, said)));
  }

  private String why(Message message, Optional<Value> said) throws MalformedPayloadException {
    Optional<Value> given =
        reason.isPresent() ? reason.get().from(message.payload()) : Optional.empty();
    return given.or(() -> said).map(Meaning::text).orElse("it gave no reason");
  }
}
