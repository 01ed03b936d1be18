package io.hearth.adapter.coap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.util.DatagramWriter;
import org.eclipse.californium.elements.util.SerializationUtil;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Connection;
import org.eclipse.californium.scandium.dtls.DTLSContext;
import org.eclipse.californium.scandium.dtls.ResumptionSupportingConnectionStore;

/**
 * A DTLS connector whose sessions go on after it was killed: what it said since they were kept last
 * is not known then, so it leaves out more numbers of records than it can have used. Using one
 * twice would give away the key stream, and the device would drop the record as a repetition.
 */
final class LastingConnector extends DTLSConnector {

  /** More records than one session sends between two times of keeping. */
  static final int LEAP = 1 << 17;

  private final ResumptionSupportingConnectionStore sessions;

  private LastingConnector(
      DtlsConnectorConfig config, ResumptionSupportingConnectionStore sessions) {
    super(config, sessions);
    this.sessions = sessions;
  }

  static LastingConnector of(DtlsConnectorConfig config) {
    return new LastingConnector(config, createConnectionStore(config));
  }

  /** Writes the sessions as they are now; may be called while it runs. */
  void write(OutputStream out) throws IOException {
    DatagramWriter one = new DatagramWriter(4096);
    for (Connection session : sessions) {
      if (session.writeTo(one)) {
        one.writeTo(out);
      } else {
        one.reset();
      }
    }
    SerializationUtil.writeNoItem(out);
  }

  /**
   * Ends sessions that were taken up; to be called before it is started.
   *
   * @param whose the identities of the other ends
   * @return how many
   */
  int endThoseOf(Predicate<String> whose) {
    List<Connection> ended = new ArrayList<>();
    for (Connection session : sessions) {
      if (session.getEstablishedPeerIdentity() instanceof PreSharedKeyIdentity peer
          && whose.test(peer.getIdentity())) {
        ended.add(session);
      }
    }
    ended.forEach(session -> sessions.remove(session, true));
    return ended.size();
  }

  @Override
  public int loadConnections(InputStream in, long deltaNanos) throws IOException {
    int count = super.loadConnections(in, deltaNanos);
    for (Connection session : sessions) {
      DTLSContext context = session.getEstablishedDtlsContext();
      if (context != null) {
        for (int number = 0; number < LEAP; number++) {
          context.getNextSequenceNumber();
        }
      }
    }
    return count;
  }
}
