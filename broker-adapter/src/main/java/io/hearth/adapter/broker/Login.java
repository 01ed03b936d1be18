package io.hearth.adapter.broker;

import java.security.Principal;

/**
 * Who a connection is.
 *
 * @param name of the login; {@link #ANYBODY} for a client of this machine without one
 * @param grants what it may do
 * @param edition of the users' file it was checked against
 */
record Login(String name, Grants grants, long edition) implements Principal {

  static final String ANYBODY = "(anybody)";

  @Override
  public String getName() {
    return name;
  }

  boolean mayAll() {
    return grants.equals(Grants.ALL);
  }
}
