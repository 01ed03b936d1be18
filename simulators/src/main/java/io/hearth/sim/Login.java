package io.hearth.sim;

/** What a broker may ask for before it lets a device in. */
public record Login(String username, String password) {

  /** Without the password, for it may end in a log. */
  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
