// Random programs as generate_program.py writes them, from the same templates, but with octets in place of chance, so
// that a fuzzer can steer: each octet decides one choice, and where none are left the first choice is taken.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gilsim::fuzz {

class ProgramWriter {
 public:
  explicit ProgramWriter(std::span<const uint8_t> choices) : choices_(choices) {}

  // Pieces of a program: the prelude, then sections, each of which could be left out.
  std::vector<std::string> write();

 private:
  using Texts = std::vector<std::string_view>;

  size_t choose(size_t count);
  std::string_view choose(const Texts& texts) { return texts[choose(texts.size())]; }
  bool happens(size_t one_in) { return choose(one_in) == one_in - 1; }

  std::string section();
  std::string function(const std::string& body);
  std::string block(std::string_view kind, size_t indentation, int depth);
  std::string statement(int depth, const Texts* more);
  std::string expression(std::string_view kind, int depth);
  std::string call(int depth);
  std::string field(std::string_view kind);
  std::string fill(std::string_view text, int depth);

  std::span<const uint8_t> choices_;
  size_t position_ = 0;
  size_t functions_ = 0;
};

}  // namespace gilsim::fuzz
