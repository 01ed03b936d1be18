package io.hearth.app.home;

import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.broker.BrokerProblem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the embedded broker refused, as problems of the home; it starts before who lists them. */
final class BrokerRefusals implements Consumer<BrokerProblem> {

  private volatile @Nullable BrokerAdapter adapter;

  void tell(BrokerAdapter listing) {
    adapter = listing;
  }

  @Override
  public void accept(BrokerProblem problem) {
    BrokerAdapter listing = adapter;
    if (listing != null) {
      listing.problem(
          "broker",
          problem.place().isEmpty() ? "login " + problem.login() : problem.place(),
          problem.login().isEmpty()
              ? problem.reason()
              : problem.reason()
                  + (" (login " + problem.login() + ", from " + problem.address() + ")"));
    }
  }
}
