package io.hearth.adapter.broker;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may connect to the embedded broker and which topics each login may use. Artemis asks
 * before every publication and subscription, so a login that is removed can do no more from then
 * on.
 */
final class Gate implements ActiveMQSecurityManager5 {

  private static final int MOST_CLIENT_IDS = 10_000;

  private final Logins logins;
  private final boolean anybodyHere;
  private final Refusals refusals;
  private final Map<String, String> ownerOfClientId = new LinkedHashMap<>();

  /**
   * @param anybodyHere whether clients on this machine need no login
   */
  Gate(Logins logins, boolean anybodyHere, Refusals refusals) {
    this.logins = logins;
    this.anybodyHere = anybodyHere;
    this.refusals = refusals;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String securityDomain) {
    if (connection == null) {
      return null;
    }
    Subject known = connection.getSubject();
    if (known != null && loginOf(known).edition() == logins.edition()) {
      return known;
    }
    Optional<Login> login = login(user, password, connection);
    if (login.isEmpty()) {
      String name = user == null ? Login.ANYBODY : user;
      refuse(BrokerProblem.Kind.LOGIN, name, connection, "", "unknown login or wrong password");
      return null;
    }
    return ownsClientId(login.get(), connection) ? subject(login.get()) : null;
  }

  private Optional<Login> login(
      @Nullable String user, @Nullable String password, RemotingConnection connection) {
    if (user != null) {
      return logins.byPassword(user, password == null ? "" : password);
    }
    Optional<Login> certified = commonName(connection).flatMap(logins::byCertificate);
    if (certified.isPresent()) {
      return certified;
    }
    return anybodyHere && isHere(connection)
        ? Optional.of(new Login(Login.ANYBODY, Grants.ALL, logins.edition()))
        : Optional.empty();
  }

  /**
   * A client id is the key to a session, with what is queued in it: it stays with the login that
   * used it first.
   */
  private boolean ownsClientId(Login login, RemotingConnection connection) {
    String id = String.valueOf(connection.getClientID());
    boolean clean = login.mayAll() || id.chars().noneMatch(c -> "/+#:$".indexOf(c) >= 0);
    String owner = login.mayAll() ? login.name() : ownerOf(id, login.name());
    if (clean && owner.equals(login.name())) {
      return true;
    }
    refuse(
        BrokerProblem.Kind.CLIENT_ID,
        login.name(),
        connection,
        "",
        clean ? "the client id belongs to the login " + owner : "the client id holds / + # : or $");
    return false;
  }

  private String ownerOf(String clientId, String asking) {
    synchronized (ownerOfClientId) {
      if (ownerOfClientId.size() >= MOST_CLIENT_IDS) {
        ownerOfClientId.remove(ownerOfClientId.keySet().iterator().next());
      }
      return clientId.equals(BrokerUser.HEARTH)
          ? BrokerUser.HEARTH
          : ownerOfClientId.computeIfAbsent(clientId, first -> asking);
    }
  }

  @Override
  public boolean authorize(
      @Nullable Subject subject, Set<Role> roles, CheckType type, String fullAddress) {
    if (subject == null) {
      return false;
    }
    Login login = loginOf(subject);
    String address = fullAddress.split("::", 2)[0];
    boolean allowed =
        switch (type) {
          case SEND -> login.grants().mayPublish(address) && isOrdinary(address);
          case CREATE_ADDRESS ->
              isOrdinary(address)
                  && (login.grants().mayPublish(address) || login.grants().mayRead(address));
          case CONSUME, BROWSE, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE ->
              login.grants().mayRead(address) && isOrdinary(address);
          case DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE, DELETE_ADDRESS -> true;
          case MANAGE, VIEW, EDIT -> false;
        };
    if (!allowed) {
      refusals.add(
          new BrokerProblem(
              BrokerProblem.Kind.TOPIC,
              login.name(),
              "",
              "",
              address,
              type == CheckType.SEND
                  ? "the login may not publish for another"
                  : "the login may not use this topic"));
    }
    return allowed;
  }

  /** Artemis' own addresses are nobody's topics. */
  private static boolean isOrdinary(String address) {
    return !address.startsWith("$") && !address.startsWith("activemq.");
  }

  @Override
  public String getUserFromSubject(@Nullable Subject subject) {
    return subject == null ? "" : loginOf(subject).name();
  }

  @Override
  public boolean validateUser(String user, String password) {
    throw new UnsupportedOperationException("a connection is needed");
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType checkType) {
    throw new UnsupportedOperationException("a connection is needed");
  }

  private void refuse(
      BrokerProblem.Kind kind,
      String login,
      RemotingConnection connection,
      String place,
      String reason) {
    refusals.add(
        new BrokerProblem(
            kind,
            login,
            String.valueOf(connection.getClientID()),
            String.valueOf(connection.getRemoteAddress()),
            place,
            reason));
  }

  private static Subject subject(Login login) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(login.name()));
    subject.getPrincipals().add(login);
    return subject;
  }

  private static Login loginOf(Subject subject) {
    return subject.getPrincipals(Login.class).iterator().next();
  }

  private static boolean isHere(RemotingConnection connection) {
    String address = String.valueOf(connection.getRemoteAddress()).replaceFirst("^.*/", "");
    return address.startsWith("127.")
        || address.startsWith("[::1]")
        || address.startsWith("0:0:0:0:0:0:0:1:")
        || address.startsWith("[0:0:0:0:0:0:0:1]");
  }

  private static Optional<String> commonName(RemotingConnection connection) {
    X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
    if (chain == null || chain.length == 0) {
      return Optional.empty();
    }
    try {
      return new LdapName(chain[0].getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
