package io.hearth.adapter.coap;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/** The keys of the file as the handshake asks for them. */
@SuppressWarnings("NullAway") // the interface is older than its nulls are written down
final class Keys implements AdvancedPskStore {

  private final KeyFile file;

  Keys(KeyFile file) {
    this.file = file;
  }

  @Override
  public boolean hasEcdhePskSupported() {
    return true;
  }

  @Override
  public PskSecretResult requestPskSecretResult(
      ConnectionId cid,
      @Nullable ServerNames serverName,
      PskPublicInformation identity,
      String hmacAlgorithm,
      SecretKey otherSecret,
      byte[] seed,
      boolean useExtendedMasterSecret) {
    String name = identity.getPublicInfoAsString();
    Optional<SecretKey> key =
        file.find(name).map(entry -> new SecretKeySpec(entry.key(), PskSecretResult.ALGORITHM_PSK));
    return new PskSecretResult(cid, identity, key.orElse(null));
  }

  @Override
  public @Nullable PskPublicInformation getIdentity(
      InetSocketAddress peerAddress, @Nullable ServerNames virtualHost) {
    return file.towards(peerAddress)
        .map(entry -> new PskPublicInformation(entry.identity()))
        .orElse(null);
  }

  @Override
  public void setResultHandler(HandshakeResultHandler resultHandler) {
    // Keys are here at once.
  }
}
