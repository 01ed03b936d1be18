package io.hearth.language.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence form as a graph without cycles: nodes are numbered so that every edge leads to a
 * higher number; 0 is the beginning, the highest the end.
 */
final class Automaton {

  /** A step from one node to another. */
  sealed interface Edge {
    int to();

    /** Says nothing. */
    record Empty(int to) implements Edge {}

    /** Takes one word. */
    record Take(int to, String word) implements Edge {}

    /** Takes what a reader reads. */
    record Fill(int to, String type, String name) implements Edge {}
  }

  private final Edge[][] edges;

  private Automaton(List<List<Edge>> edges) {
    this.edges = edges.stream().map(list -> list.toArray(Edge[]::new)).toArray(Edge[][]::new);
  }

  int nodes() {
    return edges.length;
  }

  Edge[] edges(int node) {
    return edges[node];
  }

  /** The types of its slots. */
  Set<String> slotTypes() {
    Set<String> types = new HashSet<>();
    for (Edge[] out : edges) {
      for (Edge edge : out) {
        if (edge instanceof Edge.Fill(int to, String type, String name)) {
          types.add(type);
        }
      }
    }
    return types;
  }

  static Automaton of(Part part) {
    Builder builder = new Builder();
    int start = builder.node();
    int end = builder.add(part, start);
    int last = builder.node();
    builder.edge(end, new Edge.Empty(last));
    return new Automaton(builder.edges);
  }

  private static final class Builder {
    private final List<List<Edge>> edges = new ArrayList<>();

    int node() {
      edges.add(new ArrayList<>(2));
      return edges.size() - 1;
    }

    void edge(int from, Edge edge) {
      edges.get(from).add(edge);
    }

    /** Adds a part after a node and yields the node behind it. */
    int add(Part part, int from) {
      return switch (part) {
        case Part.Word(String word) -> {
          int to = node();
          edge(from, new Edge.Take(to, word));
          yield to;
        }
        case Part.Slot(String type, String name) -> {
          int to = node();
          edge(from, new Edge.Fill(to, type, name));
          yield to;
        }
        case Part.Sequence(List<Part> parts) -> {
          int end = from;
          for (Part next : parts) {
            end = add(next, end);
          }
          yield end;
        }
        case Part.Choice(List<Part> parts) -> join(parts.stream().map(p -> add(p, from)).toList());
        case Part.Maybe(Part inside) -> join(List.of(add(inside, from), from));
      };
    }

    private int join(List<Integer> ends) {
      int to = node();
      ends.stream().distinct().forEach(end -> edge(end, new Edge.Empty(to)));
      return to;
    }
  }
}
