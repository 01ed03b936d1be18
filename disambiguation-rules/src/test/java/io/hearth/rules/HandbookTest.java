package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/rules.md says is what the rules are. */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("..", "docs", "rules.md");
  private static final Path RULES = Path.of("src", "main", "resources", "io", "hearth", "rules");
  private static final Pattern SNIPPET = Pattern.compile("```drl\n(.*?)```", Pattern.DOTALL);

  @Test
  void theHandbookListsEveryIdea() throws IOException {
    // When
    String handbook = Files.readString(HANDBOOK);

    // Then
    assertThat(ruleFiles())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(file -> assertThat(handbook).contains("`" + file.getFileName() + "`"));
  }

  @Test
  void everyRuleShownIsARuleThatRuns() throws IOException {
    // Given
    StringBuilder rules = new StringBuilder();
    for (Path file : ruleFiles()) {
      rules.append(Files.readString(file));
    }

    // When
    List<String> snippets = new ArrayList<>();
    Matcher matcher = SNIPPET.matcher(Files.readString(HANDBOOK));
    while (matcher.find()) {
      snippets.add(matcher.group(1).strip());
    }

    // Then
    assertThat(snippets)
        .isNotEmpty()
        .allSatisfy(snippet -> assertThat(rules.toString()).contains(snippet));
  }

  @Test
  void rulesHaveNoSalienceAndOnlyGiveEvidence() throws IOException {
    for (Path file : ruleFiles()) {
      // When
      String text = Files.readString(file);

      // Then
      assertThat(text)
          .as(file.toString())
          .startsWith("// ")
          .doesNotContain("salience", "insert(", "modify(", "delete(", "update(");
    }
  }

  private static List<Path> ruleFiles() throws IOException {
    try (Stream<Path> files = Files.list(RULES)) {
      return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    }
  }
}
