package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Draws how often readings were right over how probable they were said to be, as SVG: a point for
 * every bin, as large as the logarithm of its count, on the diagonal where the two agree.
 */
final class ReliabilityPlot {

  private static final int SIZE = 360;
  private static final int MARGIN = 50;
  private static final int TICKS = 5;

  private final XMLStreamWriter xml;

  private ReliabilityPlot(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void draw(Path file, String title, List<Calibration.Bin> bins) {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new ReliabilityPlot(xml).draw(title, bins);
      xml.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the plot cannot be written to " + file, e);
    }
  }

  private void draw(String title, List<Calibration.Bin> bins) throws XMLStreamException {
    int whole = SIZE + 2 * MARGIN;
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes(
        "viewBox", "0 0 " + whole + " " + whole, "font-family", "sans-serif", "font-size", "12");
    element("rect", "width", "100%", "height", "100%", "fill", "#fff");
    text(whole / 2.0, MARGIN / 2.0, title);
    for (int i = 0; i <= TICKS; i++) {
      double at = (double) i / TICKS;
      line(at, 0, at, 1, "#ddd");
      line(0, at, 1, at, "#ddd");
      text(x(at), SIZE + MARGIN + 18.0, figure(at));
      text(MARGIN - 18.0, y(at) + 4, figure(at));
    }
    text(whole / 2.0, whole - 10.0, "probability stated");
    text(MARGIN, MARGIN - 8.0, "share right");
    line(0, 0, 1, 1, "#888");
    for (Calibration.Bin bin : bins) {
      point(bin);
    }
    xml.writeEndElement();
  }

  private void point(Calibration.Bin bin) throws XMLStreamException {
    xml.writeStartElement("circle");
    attributes(
        "cx", figure(x(bin.stated())),
        "cy", figure(y(bin.right())),
        "r", figure(1 + Math.log(1 + bin.count())),
        "fill", "#1f6feb",
        "fill-opacity", "0.7");
    xml.writeStartElement("title");
    xml.writeCharacters(bin.toString());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void line(double x1, double y1, double x2, double y2, String color)
      throws XMLStreamException {
    element(
        "line",
        "x1",
        figure(x(x1)),
        "y1",
        figure(y(y1)),
        "x2",
        figure(x(x2)),
        "y2",
        figure(y(y2)),
        "stroke",
        color);
  }

  private void text(double x, double y, String words) throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("x", figure(x), "y", figure(y), "text-anchor", "middle");
    xml.writeCharacters(words);
    xml.writeEndElement();
  }

  private void element(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static double x(double share) {
    return MARGIN + share * SIZE;
  }

  private static double y(double share) {
    return MARGIN + (1 - share) * SIZE;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
