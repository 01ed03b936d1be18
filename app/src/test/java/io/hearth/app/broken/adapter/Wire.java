package io.hearth.app.broken.adapter;

/** A class of the adapter. */
public final class Wire {}
