// A table of a lesson's settings block, read key by key with every mistake noted at its place in the file.
// The only files that know the TOML library are this one's and its .cc.
#pragma once

#include <toml++/toml.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/lesson.h"
#include "lessons/script_block.h"

namespace gilsim::lessons {

// Where problems go, and in which language.
struct Notes {
  const ScriptBlock& block;
  Language language;
  std::vector<Problem>& problems;
};

class TomlTable {
 public:
  // `name` says in problems which table it is: "" for the outermost, "title" and so on.
  TomlTable(const toml::table& table, std::string name, Notes notes)
      : table_(table), name_(std::move(name)), notes_(notes) {}

  Place place() const { return place_of(table_); }
  Place place_of(std::string_view key) const;
  bool has(std::string_view key) const { return table_.contains(key); }
  // Notes the keys that are not among these.
  void allow(const std::vector<std::string>& known) const;

  // Text that is not empty.
  std::string text(std::string_view key) const;
  std::optional<std::string> optional_text(std::string_view key) const;
  // A text or a number, as text.
  std::optional<std::string> scalar(std::string_view key) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<std::pair<double, double>> band(std::string_view key) const;
  // A table with en and zh, both there.
  Bilingual bilingual(std::string_view key) const;
  std::optional<TomlTable> table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;

  template <typename... Values>
  void note(Place place, Message message, const Values&... values) const {
    notes_.problems.push_back({place, say(notes_.language, message, values...)});
  }
  Language language() const { return notes_.language; }

 private:
  Place place_of(const toml::node& node) const;
  std::string full_name(std::string_view key) const;

  const toml::table& table_;
  std::string name_;
  Notes notes_;
};

// Nothing when the text is not TOML, which is then noted.
std::optional<toml::table> parse_toml(const ScriptBlock& block, Notes notes);

}  // namespace gilsim::lessons
