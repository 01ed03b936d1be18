package io.hearth.adapter.coap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.coap.Token;
import org.eclipse.californium.core.observe.NotificationListener;

/**
 * Brings notifications to their observations by token: one listener for all, whose cost does not
 * rise with how much is observed.
 */
final class Observations implements NotificationListener {

  private final Map<Token, Observation> byToken = new ConcurrentHashMap<>();

  void expect(Token token, Observation observation) {
    byToken.put(token, observation);
  }

  void forget(Token token) {
    byToken.remove(token);
  }

  int size() {
    return byToken.size();
  }

  @Override
  public void onNotification(Request request, Response response) {
    Observation observation = byToken.get(request.getToken());
    if (observation != null) {
      observation.arrived(request, response);
    }
  }
}
