package io.hearth.language.grammar;

import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;

/** What the forms of one entry of the grammar share. */
record FormEntry(
    String act,
    double weight,
    Map<String, Value> constants,
    List<String> implied,
    String scope,
    boolean indirect,
    boolean strict,
    List<String> of,
    List<String> unlike) {}
