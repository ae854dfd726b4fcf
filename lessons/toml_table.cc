#include "lessons/toml_table.h"

#include <algorithm>

namespace gilsim::lessons {

std::optional<toml::table> parse_toml(const ScriptBlock& block, Notes notes) {
  try {
    return toml::parse(block.toml);
  } catch (const toml::parse_error& error) {
    toml::source_position at = error.source().begin;
    notes.problems.push_back({block.place(static_cast<int>(at.line), static_cast<int>(at.column)),
                              say(notes.language, Message::bad_toml, error.description())});
  }
  return std::nullopt;
}

Place TomlTable::place_of(const toml::node& node) const {
  toml::source_position at = node.source().begin;
  return notes_.block.place(static_cast<int>(std::max(1u, at.line)),
                            static_cast<int>(std::max(1u, at.column)));
}

Place TomlTable::place_of(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return node ? place_of(*node) : place();
}

std::string TomlTable::full_name(std::string_view key) const {
  return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
}

void TomlTable::allow(const std::vector<std::string>& known) const {
  for (const auto& [key, value] : table_) {
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      note(place_of(value), Message::unknown_key, full_name(key.str()), list(known));
  }
}

std::string TomlTable::text(std::string_view key) const {
  auto found = optional_text(key);
  if (!found && !has(key)) note(place(), Message::key_missing, full_name(key));
  if (found && found->find_first_not_of(" \n") == std::string::npos)
    note(place_of(key), Message::text_empty, full_name(key));
  return found.value_or("");
}

std::optional<std::string> TomlTable::optional_text(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (!node) return std::nullopt;
  if (auto text = node->value_exact<std::string>()) return text;
  note(place_of(*node), Message::wants_text, full_name(key));
  return std::nullopt;
}

std::optional<std::string> TomlTable::scalar(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (node && node->is_integer()) return std::to_string(*node->value_exact<std::int64_t>());
  return optional_text(key);
}

std::optional<double> TomlTable::number(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (!node) return std::nullopt;
  auto number = node->value<double>();
  if (!number || !node->is_number()) note(place_of(*node), Message::wants_number, full_name(key));
  return number;
}

std::optional<std::pair<double, double>> TomlTable::band(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (!node) return std::nullopt;
  const toml::array* both = node->as_array();
  bool numbers = both && both->size() == 2 && (*both)[0].is_number() && (*both)[1].is_number();
  if (numbers) {
    double least = *(*both)[0].value<double>(), most = *(*both)[1].value<double>();
    if (least <= most) return std::pair{least, most};
  }
  note(place_of(*node), Message::wants_band);
  return std::nullopt;
}

Bilingual TomlTable::bilingual(std::string_view key) const {
  if (!has(key)) note(place(), Message::key_missing, full_name(key));
  auto both = table(key);
  if (!both) return {};
  both->allow({"en", "zh"});
  return {both->text("en"), both->text("zh")};
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const toml::node* node = table_.get(key);
  if (!node) return std::nullopt;
  if (const toml::table* inner = node->as_table()) return TomlTable(*inner, full_name(key), notes_);
  note(place_of(*node), Message::wants_table, full_name(key));
  return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> all;
  const toml::node* node = table_.get(key);
  if (!node) return all;
  const toml::array* array = node->as_array();
  bool good = array && (array->empty() || array->is_homogeneous(toml::node_type::table));
  if (!good) {
    note(place_of(*node), Message::wants_tables, full_name(key), key);
    return all;
  }
  for (const toml::node& inner : *array) all.emplace_back(*inner.as_table(), full_name(key), notes_);
  return all;
}

}  // namespace gilsim::lessons
