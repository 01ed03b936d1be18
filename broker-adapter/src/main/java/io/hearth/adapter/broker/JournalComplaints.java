package io.hearth.adapter.broker;

import org.apache.activemq.artemis.core.server.ActivationFailureListener;
import org.jspecify.annotations.Nullable;

/** Remembers why Artemis did not become active, which it otherwise only logs. */
final class JournalComplaints implements ActivationFailureListener {

  private volatile @Nullable Exception failure;

  @Override
  public void activationFailed(Exception exception) {
    failure = exception;
  }

  Exception failure() {
    Exception known = failure;
    return known == null ? new IllegalStateException("it is not active; its log says why") : known;
  }
}
