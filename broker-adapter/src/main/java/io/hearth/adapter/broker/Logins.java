package io.hearth.adapter.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks logins against the users' file, which is looked at again at most once a second: a changed
 * one holds from then on, a broken one leaves the last good one in force and says so.
 */
final class Logins {

  private static final Logger LOGGER = LoggerFactory.getLogger(Logins.class);
  private static final long LOOK_NANOS = 1_000_000_000;
  private static final int MOST_REMEMBERED = 10_000;

  private final BrokerUsers file;
  private final String prefix;
  private final String ownSecret;
  private final Map<String, byte[]> proven = new ConcurrentHashMap<>();
  private final byte[] provenKey = Passwords.generate().getBytes(StandardCharsets.UTF_8);
  private volatile Map<String, BrokerUser> users;
  private volatile long edition = 1;
  private volatile long looked = System.nanoTime();
  private Optional<FileTime> stamp;

  /**
   * @param ownSecret password of Hearth's own login
   * @throws IllegalArgumentException in one line when the file cannot be used
   */
  Logins(BrokerUsers file, String prefix, String ownSecret) {
    this.file = file;
    this.prefix = prefix;
    this.ownSecret = ownSecret;
    this.stamp = stamp(file.file());
    this.users = file.read();
  }

  boolean isEmpty() {
    return users.isEmpty();
  }

  /** Changes when the file has changed. */
  long edition() {
    lookAgain();
    return edition;
  }

  /** The login with that password; empty when there is none such. */
  Optional<Login> byPassword(String name, String password) {
    lookAgain();
    if (name.equals(BrokerUser.HEARTH)) {
      return MessageDigest.isEqual(bytes(password), bytes(ownSecret))
          ? Optional.of(new Login(name, Grants.ALL, edition))
          : Optional.empty();
    }
    BrokerUser user = users.get(name);
    return user != null && user.password().filter(hash -> fits(name, password, hash)).isPresent()
        ? Optional.of(login(user))
        : Optional.empty();
  }

  /** The login that a certificate which was checked is for. */
  Optional<Login> byCertificate(String commonName) {
    lookAgain();
    return Optional.ofNullable(users.get(commonName)).map(this::login);
  }

  private Login login(BrokerUser user) {
    return new Login(user.name(), Grants.of(user, prefix), edition);
  }

  /** Slow once; what was proven is remembered as a keyed digest until Hearth ends. */
  private boolean fits(String name, String password, String hash) {
    byte[] digest = digest(hash + '\n' + password);
    if (Arrays.equals(proven.get(name), digest)) {
      return true;
    }
    boolean fits;
    synchronized (proven) { // one at a time, so that guessing cannot take the whole machine
      fits = Passwords.fits(password, hash);
    }
    if (fits && proven.size() < MOST_REMEMBERED) {
      proven.put(name, digest);
    }
    return fits;
  }

  private byte[] digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(provenKey, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private void lookAgain() {
    if (System.nanoTime() - looked < LOOK_NANOS) {
      return;
    }
    synchronized (file) {
      looked = System.nanoTime();
      Optional<FileTime> now = stamp(file.file());
      if (now.equals(stamp)) {
        return;
      }
      stamp = now;
      try {
        users = file.read();
        edition++;
        LOGGER.atInfo().addKeyValue("logins", users.size()).log("logins of the broker read again");
      } catch (IllegalArgumentException bad) {
        LOGGER
            .atError()
            .addKeyValue("reason", bad.getMessage())
            .log("logins of the broker cannot be read; the last good ones hold");
      }
    }
  }

  private static Optional<FileTime> stamp(Path path) {
    try {
      return Optional.of(Files.getLastModifiedTime(path));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
