package io.hearth.app.broken.language;

final class PrintingLanguage {
  void print() {
    System.out.println("heard");
  }
}
