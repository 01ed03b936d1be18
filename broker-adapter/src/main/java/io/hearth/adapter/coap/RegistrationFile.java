package io.hearth.adapter.coap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps registrations over a restart, so that no device has to come back by itself to be heard. */
final class RegistrationFile {

  private static final Logger LOGGER = LoggerFactory.getLogger(RegistrationFile.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Optional<Path> path;

  /** A registration as it is kept. */
  private record Kept(
      int number,
      String endpoint,
      String sector,
      String identity,
      String base,
      long lifetime,
      String links,
      Map<String, String> attributes,
      long saidAt) {}

  RegistrationFile(Optional<Path> folder) {
    this.path = folder.map(each -> each.resolve("coap-registrations.json"));
  }

  List<Registration> read() {
    if (path.isEmpty()) {
      return List.of();
    }
    try {
      List<Kept> all =
          MAPPER.readValue(Files.readAllBytes(path.get()), new TypeReference<List<Kept>>() {});
      return all.stream().map(RegistrationFile::registration).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException | JacksonException | IllegalArgumentException failure) {
      LOGGER
          .atWarn()
          .addKeyValue("file", path.get())
          .setCause(failure)
          .log("registrations of coap servers cannot be read; they will come back by themselves");
      return List.of();
    }
  }

  void write(Collection<Registration> all) {
    if (path.isEmpty()) {
      return;
    }
    Path file = path.get();
    try {
      Path next = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(
          next, MAPPER.writeValueAsBytes(all.stream().map(RegistrationFile::kept).toList()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      LOGGER
          .atWarn()
          .addKeyValue("file", file)
          .setCause(failure)
          .log("registrations of coap servers cannot be kept");
    }
  }

  private static Kept kept(Registration from) {
    return new Kept(
        from.number(),
        from.endpoint(),
        from.sector(),
        from.identity().orElse(""),
        from.base().toString(),
        from.lifetime().toSeconds(),
        from.links(),
        from.attributes(),
        from.saidAt().toEpochMilli());
  }

  private static Registration registration(Kept from) {
    return new Registration(
        from.number(),
        from.endpoint(),
        from.sector(),
        Optional.of(from.identity()).filter(identity -> !identity.isEmpty()),
        URI.create(from.base()),
        Duration.ofSeconds(from.lifetime()),
        from.links(),
        from.attributes(),
        Instant.ofEpochMilli(from.saidAt()));
  }
}
