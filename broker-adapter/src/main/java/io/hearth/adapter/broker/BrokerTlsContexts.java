package io.hearth.adapter.broker;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.ssl.DefaultSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;

/**
 * Gives Artemis the TLS context that stands in a listener's parameters; Artemis finds this class by
 * itself and makes contexts from files otherwise.
 */
public final class BrokerTlsContexts extends DefaultSSLContextFactory {

  static final String CONTEXT = "hearthTlsContext";

  @Override
  public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> parameters)
      throws Exception {
    return parameters.get(CONTEXT) instanceof SSLContext context
        ? context
        : super.getSSLContext(config, parameters);
  }

  @Override
  public int getPriority() {
    return super.getPriority() + 1;
  }
}
