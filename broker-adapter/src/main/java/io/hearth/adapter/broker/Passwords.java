package io.hearth.adapter.broker;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords and their hashes, {@code pbkdf2-sha512$iterations$salt$hash} in Base64. PBKDF2 is that
 * of RFC 8018; the iterations are those that OWASP's password storage sheet names for SHA-512.
 */
public final class Passwords {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final String NAME = "pbkdf2-sha512";
  private static final int CHOSEN_BY_A_PERSON = 210_000;

  /** 160 random bits cannot be guessed, however fast the guesses are. */
  private static final int GENERATED = 1_000;

  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** A new password nobody can guess, 27 characters that need no quoting. */
  public static String generate() {
    return encode(random(20));
  }

  /**
   * The hash to be kept.
   *
   * @param generated whether it comes from {@link #generate}, so that it need not be slow to check
   */
  public static String hash(String password, boolean generated) {
    int iterations = generated ? GENERATED : CHOSEN_BY_A_PERSON;
    byte[] salt = random(16);
    return NAME
        + "$"
        + iterations
        + "$"
        + encode(salt)
        + "$"
        + encode(derive(password, salt, iterations));
  }

  /** Whether it is the password of a hash; takes the same time either way. */
  static boolean fits(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    return MessageDigest.isEqual(
        derive(password, decode(parts[2]), Integer.parseInt(parts[1])), decode(parts[3]));
  }

  /** Whether it looks like a hash from {@link #hash}. */
  static boolean isHash(String text) {
    return text.matches(NAME + "\\$[1-9]\\d{2,6}\\$[\\w-]{22}\\$[\\w-]{43}");
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
